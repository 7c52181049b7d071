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

  /**
   * The value under a dotted name: {@code contact.<field>}, {@code contact.language}, {@code
   * contact.tags}, {@code vars.<name>}, {@code input.<text, option, title, kind, value, outcome>},
   * {@code response.status}, {@code response} (the body of an answer, where it is saved), {@code
   * secret.<name>}, {@code bot.<name>}, {@code flow.<name, step, path>}, {@code agent.name}, {@code
   * hours.<name>.<open, next_open>}, {@code window.<open, closes_at>}, {@code now}, or the name of
   * the element of a list. Fields of what it gives are looked up in it.
   */
  @Nullable Object value(String name);

  /** The language texts and times are rendered in. */
  Locale locale();

  /** The bot's calendar. */
  ZoneId zone();

  /** Business time. */
  Instant now();
}
