package dev.tapflow.engine;

import dev.tapflow.flow.AnswerType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/** The plain words in which a trace tells a support lead what happened. */
final class Wording {

  private static final int LONGEST_QUOTE = 60;

  private Wording() {}

  static String typed(String text) {
    return "typed " + quote(text);
  }

  static String tapped(String title) {
    return "tapped " + quote(title);
  }

  static String said(String words) {
    return "said " + quote(words);
  }

  static String kind(AnswerType type) {
    return switch (type) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case INTEGER -> "whole number";
      case EMAIL -> "e-mail address";
      case PHONE -> "telephone number";
      case DATE -> "day";
      case TIME -> "time";
      case LOCATION -> "place";
      case IMAGE -> "picture";
      case DOCUMENT -> "document";
      case CONTACT -> "contact card";
    };
  }

  static String agent(String name) {
    return name.isEmpty() ? "an agent" : name;
  }

  static String conjugated(String name, String doing) {
    var who = agent(name);
    return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1) + " " + doing;
  }

  /** "10 minutes", "1 hour 30 minutes". */
  static String lasting(Duration duration) {
    var parts = new ArrayList<String>();
    add(parts, duration.toDays(), "day");
    add(parts, duration.toHoursPart(), "hour");
    add(parts, duration.toMinutesPart(), "minute");
    add(parts, duration.toSecondsPart(), "second");
    return parts.isEmpty() ? "no time" : String.join(" ", parts);
  }

  private static void add(ArrayList<String> parts, long amount, String unit) {
    if (amount > 0) {
      parts.add(amount + " " + unit + (amount == 1 ? "" : "s"));
    }
  }

  static String quote(String text) {
    return Fitting.cut(text.strip().replaceAll("\\s+", " "), LONGEST_QUOTE);
  }
}
