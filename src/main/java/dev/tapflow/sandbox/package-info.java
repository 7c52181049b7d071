/**
 * The other side of every contract, in process: Octopods' REST API, Meta's webhooks and the
 * customers' phones, over HTTP under {@code /sandbox}, so that the bot runs and is tested with no
 * key and no account. It is an opponent, not an ally: it uses none of the other rooms' code, keeps
 * its own clock and its own record, refuses what Octopods and WhatsApp refuse, and fails on demand.
 * Its state lives in memory and goes with the process.
 */
@NullMarked
package dev.tapflow.sandbox;

import org.jspecify.annotations.NullMarked;
