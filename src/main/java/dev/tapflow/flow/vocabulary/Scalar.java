package dev.tapflow.flow.vocabulary;

/** A single value, read from its own characters as its place asks for. */
public enum Scalar implements Kind {
  /** Words that somebody will read, with {@code ${…}} in them. */
  TEXT,
  /** Any value, with {@code ${…}} in it; it may be empty. */
  VALUE,
  /** A word that is compared or looked up. */
  WORD,
  /** A name of a flow, step, team and the like. */
  NAME,
  /** A bare expression that is true or false. */
  CONDITION,
  /** A bare expression that gives a list. */
  LIST,
  /** An RE2 pattern. */
  PATTERN,
  /** {@code step}, {@code flow#step} or {@code end}. */
  TARGET,
  /** {@code flow} or {@code flow#step}. */
  FLOW,
  /** {@code step} or {@code flow#step}. */
  ADDRESS,
  /** {@code vars.x} or {@code contact.y}. */
  VARIABLE,
  /** {@code 1h30m}. */
  DURATION,
  /** A time of day, a day, a moment with its zone, or an insertion. */
  MOMENT,
  /** A whole number from 1. */
  COUNT,
  /** A whole number from 0. */
  NUMBER,
  /** true or false, on or off, yes or no. */
  FLAG,
  /** A day, {@code 2026-12-25}. */
  DAY,
  /** A moment in time with its zone. */
  INSTANT
}
