/**
 * How fast the engine and the language are, measured by JMH: {@code ./mvnw -Pjmh verify}. Each
 * measurement has a goal, and the build fails when one is missed.
 */
@NullMarked
package dev.tapflow.jmh;

import org.jspecify.annotations.NullMarked;
