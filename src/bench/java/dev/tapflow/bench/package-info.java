/**
 * How fast the whole way is, next to PostgreSQL's own load generator on the same machine: {@code
 * ./mvnw -Pbench verify}. docs/performance.md says what is measured, and how.
 */
@NullMarked
package dev.tapflow.bench;

import org.jspecify.annotations.NullMarked;
