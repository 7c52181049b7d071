package dev.tapflow.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can see while it is evaluated. Values are text, Boolean, Long, Double,
 * LocalDate, LocalTime, Instant, List, Map, or null where a thing is unset.
 */
public interface Scope {

  /** The value under a dotted name such as {@code vars.order} or {@code hours.office.open}. */
  @Nullable Object value(String name);

  /** The language texts and times are rendered in. */
  Locale locale();

  /** The bot's calendar. */
  ZoneId zone();

  /** Business time. */
  Instant now();
}
