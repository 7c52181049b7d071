/**
 * A flow as a picture: boxes for its steps and arrows for every way out of them. The same picture
 * for the command line and the pages: as Mermaid text, or laid out by the Eclipse Layout Kernel and
 * drawn as SVG.
 */
@NullMarked
package dev.tapflow.graph;

import org.jspecify.annotations.NullMarked;
