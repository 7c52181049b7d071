/** The command line: what can be done with flows without a server and without a database. */
@NullMarked
package dev.tapflow.cli;

import org.jspecify.annotations.NullMarked;
