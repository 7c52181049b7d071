package dev.tapflow.engine;

import org.jspecify.annotations.Nullable;

/**
 * The customer's last message as expressions see it, scope {@code input.*}.
 *
 * @param text what was typed, or the title tapped
 * @param option the option chosen; null after a wrong answer and for other questions
 * @param title its title as the customer saw it
 * @param kind {@code tap}, {@code text}, {@code image} …
 * @param value the parsed answer
 * @param outcome of a handover: {@code resolved}, {@code left}, {@code timeout}
 */
public record Input(
    @Nullable String text,
    @Nullable String option,
    @Nullable String title,
    @Nullable String kind,
    @Nullable Object value,
    @Nullable String outcome) {

  /** Before the first message. */
  public static final Input NONE = new Input(null, null, null, null, null, null);

  /** What was chosen, and what {@code save} keeps of it. */
  Input choosing(String option, String title, @Nullable Object value) {
    return new Input(text, option, title, kind, value, outcome);
  }

  Input answering(Object value) {
    return new Input(text, null, null, kind, value, outcome);
  }

  Input withoutAnswer() {
    return new Input(text, null, null, kind, null, outcome);
  }

  Input ending(String outcome) {
    return new Input(text, option, title, kind, value, outcome);
  }
}
