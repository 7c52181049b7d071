/**
 * What an operator needs: health. Live is the process, ready is whether requests can be served,
 * well is whether channels and flows are as they should be; the last never takes a replica out.
 */
@NullMarked
package dev.tapflow.operations;

import org.jspecify.annotations.NullMarked;
