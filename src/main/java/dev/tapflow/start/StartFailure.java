package dev.tapflow.start;

import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts into words why the server did not start, for the person who starts it. */
public final class StartFailure {

  private StartFailure() {}

  /** A few lines for what a person can put right; a stack trace for what only we can. */
  public static String explain(Throwable failure) {
    return firstOf(failure, StartRefused.class)
        .map(StartRefused::getMessage)
        .or(() -> firstOf(failure, QuarkusBindException.class).map(StartFailure::busyPort))
        .or(() -> firstOf(failure, ConfigValidationException.class).map(StartFailure::badSettings))
        .orElseGet(() -> stackTrace(failure));
  }

  private static String busyPort(QuarkusBindException failure) {
    return "Tapflow does not start. " + PortHolder.sentence(failure.getPort());
  }

  private static String badSettings(ConfigValidationException failure) {
    List<String> problems = new ArrayList<>();
    for (var index = 0; index < failure.getProblemCount(); index++) {
      problems.add(failure.getProblem(index).getMessage());
    }
    return Objects.requireNonNull(new StartRefused(problems).getMessage());
  }

  private static String stackTrace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return "Tapflow does not start: " + text;
  }

  private static <T extends Throwable> Optional<T> firstOf(Throwable failure, Class<T> type) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
