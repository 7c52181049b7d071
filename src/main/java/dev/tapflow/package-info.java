/** Where the program begins; everything else is in the rooms below. */
@NullMarked
package dev.tapflow;

import org.jspecify.annotations.NullMarked;
