/**
 * What the files of a bot may hold: the keys of every map, what may stand behind each, and a
 * sentence about it for whoever writes the file. The readers take their keys from here, and so does
 * the JSON Schema that editors complete and explain from, so the two cannot come apart.
 */
@NullMarked
package dev.tapflow.flow.vocabulary;

import org.jspecify.annotations.NullMarked;
