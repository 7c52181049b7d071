/**
 * Bodies that nobody should send: garbage, and real webhooks that were mutated. Whatever comes, the
 * answer is 200 or a refusal, and nothing of it stays but what was answered 200.
 */
@NullMarked
package dev.tapflow.drill.malformed;

import org.jspecify.annotations.NullMarked;
