/** What containers are built from and run by: as far as it can be judged without running them. */
@NullMarked
package dev.tapflow.hosting;

import org.jspecify.annotations.NullMarked;
