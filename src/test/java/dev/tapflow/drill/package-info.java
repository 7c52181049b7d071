/**
 * What the promises are worth when everything goes wrong: replicas of the production jar on one
 * PostgreSQL, the sandbox as the vendor and the customers, and somebody who breaks things.
 */
@NullMarked
package dev.tapflow.drill;

import org.jspecify.annotations.NullMarked;
