/**
 * The customers, WhatsApp's webhook and Octopods, all on one thread over non-blocking sockets, so
 * that what is measured shares the machine with as little as possible.
 */
@NullMarked
package dev.tapflow.bench.load;

import org.jspecify.annotations.NullMarked;
