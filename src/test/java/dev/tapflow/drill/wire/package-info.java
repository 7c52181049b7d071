/** How the drills reach a running Tapflow: signed webhooks over connections that stay open. */
@NullMarked
package dev.tapflow.drill.wire;

import org.jspecify.annotations.NullMarked;
