package dev.tapflow.channel;

/** Whether a stopped channel may send again. */
public sealed interface ProbeResult {

  record Works() implements ProbeResult {}

  record StillStopped(String why) implements ProbeResult {}

  record NoAnswer(String why) implements ProbeResult {}
}
