package dev.tapflow.outbox.rate;

/**
 * What is wanted of one bucket.
 *
 * @param waiting for sends that wait for it now
 * @param spare for those that may come within the slot; never more than a quarter of what would be
 *     left, so that a replica's guess takes nothing that another one needs
 */
public record Wish(Allowance allowance, int waiting, int spare) {}
