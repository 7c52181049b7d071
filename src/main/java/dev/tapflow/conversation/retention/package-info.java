/**
 * How long the history of conversations is kept: old transitions and old ended conversations are
 * deleted block by block, so that hot traffic does not feel it.
 */
@NullMarked
package dev.tapflow.conversation.retention;

import org.jspecify.annotations.NullMarked;
