package dev.tapflow.channel.octopods;

import dev.tapflow.channel.SendResult;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sorts a call that ended without an answer by whether the message may have left. Only what fails
 * before a connection stands surely never left; all the rest (no answer in time, a connection cut)
 * may have.
 */
final class Failures {

  private static final int DEEPEST = 10;

  private Failures() {}

  static SendResult sort(Throwable failure) {
    var neverLeft = causes(failure).filter(Failures::neverLeft).findFirst();
    return neverLeft.isPresent()
        ? new SendResult.TryLater("Octopods could not be reached: " + name(neverLeft.get()))
        : new SendResult.Unclear("Octopods did not answer: " + name(root(failure)));
  }

  private static boolean neverLeft(Throwable cause) {
    return switch (cause) {
      // refused, and the time for connecting over (Netty's ConnectTimeoutException is one)
      case ConnectException refused -> true;
      case NoRouteToHostException unroutable -> true;
      case UnknownHostException unresolved -> true;
      case UnresolvedAddressException unresolved -> true;
      case SSLHandshakeException untrusted -> true;
      // waited in line for a connection of the pool until the time was over
      default -> saysSo(cause);
    };
  }

  private static boolean saysSo(Throwable cause) {
    var message = Objects.requireNonNullElse(cause.getMessage(), "");
    return message.contains("Network is unreachable")
        || message.contains("when getting a connection")
        || message.contains("Connection pool reached max wait queue size");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
  }

  private static Throwable root(Throwable failure) {
    return causes(failure).reduce(failure, (outer, inner) -> inner);
  }

  /** The kind and text of a failure; neither holds the message or the number. */
  private static String name(Throwable failure) {
    return "%s (%s)".formatted(failure.getClass().getSimpleName(), failure.getMessage());
  }
}
