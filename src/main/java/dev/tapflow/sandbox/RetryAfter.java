package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Where a 429 says until when to wait. Octopods promises "a retry timestamp" and does not say
 * where, so every usual place and form can be had.
 */
enum RetryAfter {
  SECONDS,
  HTTP_DATE,
  RESET_HEADER,
  BODY_ISO,
  BODY_EPOCH_S,
  BODY_EPOCH_MS,
  NONE;

  void write(ResponseBuilder response, ObjectNode body, Instant now, Instant until) {
    switch (this) {
      case SECONDS -> response.header("Retry-After", secondsFrom(now, until));
      case HTTP_DATE -> response.header("Retry-After", httpDate(until));
      case RESET_HEADER -> response.header("X-RateLimit-Reset", wholeSecond(until));
      case BODY_ISO -> body.put("retry_at", until.toString());
      case BODY_EPOCH_S -> body.put("retry_at", wholeSecond(until));
      case BODY_EPOCH_MS -> body.put("retry_at", until.toEpochMilli());
      case NONE -> {}
    }
  }

  private static long secondsFrom(Instant now, Instant until) {
    return Math.max(1, Math.ceilDiv(Duration.between(now, until).toMillis(), 1000));
  }

  private static String httpDate(Instant until) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.ofEpochSecond(wholeSecond(until)).atOffset(ZoneOffset.UTC));
  }

  /** Rounded up: a caller who waits for it must not come too early. */
  private static long wholeSecond(Instant until) {
    var floor = until.truncatedTo(ChronoUnit.SECONDS);
    return floor.getEpochSecond() + (floor.equals(until) ? 0 : 1);
  }
}
