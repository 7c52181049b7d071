package dev.tapflow.flow.expression;

import dev.tapflow.flow.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How customers read values, for tests of other rooms. */
public final class Renderings {

  private Renderings() {}

  /** In this language, on this day. */
  public static String of(Object value, Locale locale, LocalDate today) {
    return Words.of(value, new At(locale, today));
  }

  private record At(Locale locale, LocalDate today) implements Scope {

    @Override
    public @Nullable Object value(String name) {
      return null;
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Instant now() {
      return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
  }
}
