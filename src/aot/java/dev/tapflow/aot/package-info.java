/**
 * What the build runs to make the JDK's AOT cache: the packaged server, started as in production,
 * handles its first messages while Java takes down which classes it needed and how.
 */
@NullMarked
package dev.tapflow.aot;

import org.jspecify.annotations.NullMarked;
