/**
 * Makes the calls that flows ask for: puts secrets in, looks at every address before it connects,
 * follows redirects with care, bounds time and size, and reads the answer into plain values. It
 * knows nothing of tables; {@link dev.tapflow.outbox.call.ServiceCalls} is its door.
 */
@NullMarked
package dev.tapflow.outbox.call;

import org.jspecify.annotations.NullMarked;
