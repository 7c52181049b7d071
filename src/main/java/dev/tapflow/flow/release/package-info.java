/**
 * From a folder of files to a release that can run: read, linted, its expressions compiled. A
 * folder with an error gives all its findings and no release.
 */
@NullMarked
package dev.tapflow.flow.release;

import org.jspecify.annotations.NullMarked;
