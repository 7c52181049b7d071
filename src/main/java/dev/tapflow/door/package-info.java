/**
 * The door of the house, in front of every other room's: who gets in, how large a request may be,
 * and how a refusal looks ({@code application/problem+json}, everywhere). Rooms need not know it:
 * they throw a {@code WebApplicationException} whose message is the detail, and it answers.
 */
@NullMarked
package dev.tapflow.door;

import org.jspecify.annotations.NullMarked;
