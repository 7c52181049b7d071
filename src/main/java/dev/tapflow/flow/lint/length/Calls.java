package dev.tapflow.flow.lint.length;

import java.util.List;

/** The lengths of what functions give. */
final class Calls {

  private Calls() {}

  static Term function(String name, List<Term> arguments) {
    return switch (name) {
      case "default" ->
          arguments.size() == 2 ? arguments.getFirst().or(arguments.getLast()) : Term.OPEN;
      case "lower", "upper", "digits", "raw", "string" -> ofFirst(arguments);
      case "int", "double", "size", "sum", "year", "month", "day", "days_between" -> Term.NUMBER;
      case "max" -> Term.NUMBER;
      case "has", "has_word", "is_number", "is_open", "bool" -> Term.TRUTH;
      case "today", "date", "plus", "timestamp", "format_date" -> Term.TIME;
      default -> name.startsWith("math.") ? Term.NUMBER : Term.OPEN;
    };
  }

  static Term method(String name, Term of, List<Term> arguments) {
    return switch (name) {
      case "lowerAscii", "upperAscii", "trim", "reverse" -> Term.text(of.length());
      case "substring" -> arguments.size() == 2 ? Term.text(of.length()) : Term.OPEN;
      case "charAt" -> Term.text(Length.exactly(1));
      case "size", "indexOf", "lastIndexOf", "getFullYear", "getMonth", "getHours" -> Term.NUMBER;
      case "matches", "contains", "startsWith", "endsWith", "exists", "all" -> Term.TRUTH;
      default -> Term.OPEN;
    };
  }

  private static Term ofFirst(List<Term> arguments) {
    return arguments.size() == 1 ? Term.text(arguments.getFirst().length()) : Term.OPEN;
  }
}
