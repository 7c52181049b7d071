package dev.tapflow.engine;

import org.jspecify.annotations.Nullable;

/**
 * One element of a list that a menu is made of, as the menu's texts see it.
 *
 * @param name what the flow calls it, such as {@code branch}
 */
record Item(String name, @Nullable Object value) {}
