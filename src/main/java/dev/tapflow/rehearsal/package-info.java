/**
 * Flow tests: plays the cases of {@code <flow>.test.yaml} against the engine, with no server, no
 * database and no network, and tells what was not as expected and what no case came by. {@link
 * dev.tapflow.rehearsal.Rehearsal} is the way in; {@link dev.tapflow.rehearsal.Stage} is the world
 * of one case. New cases come from the paths through a flow, or from a conversation that was held.
 */
@NullMarked
package dev.tapflow.rehearsal;

import org.jspecify.annotations.NullMarked;
