package dev.tapflow.flow.expression;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the checker of CEL complains about, in words for the author of a flow. */
final class Complaints {

  private static final Pattern NO_OVERLOAD =
      Pattern.compile("(?s)found no matching overload for '(.*?)' applied to '(.*?)' \\(cand.*");

  private static final Pattern UNDECLARED =
      Pattern.compile("(?s)undeclared reference to '(.*?)' .*");

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("@divide", "/"),
          Map.entry("@matches", "matches"),
          Map.entry("@flatten", "flatten"),
          Map.entry("@sort_by", "sortBy"),
          Map.entry("@round", "math.round"),
          Map.entry("@range", "lists.range"),
          Map.entry("@if", "? :"),
          Map.entry("@in_any", "in"),
          Map.entry("@index", "[ ]"),
          Map.entry("@default_any", "default"),
          Map.entry("_+_", "+"),
          Map.entry("_-_", "-"),
          Map.entry("_*_", "*"),
          Map.entry("_%_", "%"),
          Map.entry("-_", "-"),
          Map.entry("!_", "!"),
          Map.entry("_&&_", "&&"),
          Map.entry("_||_", "||"),
          Map.entry("_<_", "<"),
          Map.entry("_<=_", "<="),
          Map.entry("_>_", ">"),
          Map.entry("_>=_", ">="));

  private static final Set<String> OF_CEL =
      Set.of(
          "size",
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "string",
          "int",
          "double",
          "bool",
          "timestamp",
          "duration",
          "has",
          "exists",
          "exists_one",
          "all",
          "map",
          "filter",
          "default",
          "charAt",
          "indexOf",
          "lastIndexOf",
          "join",
          "split",
          "replace",
          "substring",
          "trim",
          "lowerAscii",
          "upperAscii",
          "slice",
          "flatten",
          "distinct",
          "reverse",
          "sort",
          "sortBy",
          "getHours",
          "getMinutes",
          "getDayOfWeek",
          "getFullYear",
          "getMonth",
          "getDate");

  private final Set<String> functions;

  Complaints(Functions ours) {
    functions = new HashSet<>(OF_CEL);
    ours.names().stream()
        .filter(name -> Character.isLetter(name.codePointAt(0)))
        .forEach(functions::add);
  }

  Flaw flaw(int offset, String message) {
    var undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return new Flaw(offset, Flaw.FUNCTION, unknownFunction(undeclared.group(1)));
    }
    var overload = NO_OVERLOAD.matcher(message);
    return new Flaw(
        offset, Flaw.TYPE, overload.matches() ? noOverload(overload) : Types.words(message) + ".");
  }

  private String unknownFunction(String name) {
    var hint = Spelling.nearest(name, functions).map(near -> " Did you mean " + near + "?");
    return "There is no function " + name + "." + hint.orElse("");
  }

  private static String noOverload(Matcher found) {
    var types =
        Types.words(found.group(2)).replace(", scope)", ")").replace("(scope)", "()").strip();
    var name = OPERATORS.getOrDefault(found.group(1), found.group(1));
    return switch (name) {
      case "@field" -> "A " + types.substring(1, types.indexOf(',')) + " has no fields.";
      case "+" ->
          types.contains("text")
              ? "'+' does not take "
                  + types
                  + ". Put ${…} into the text instead, or write string(…) around the other."
              : "'+' does not take " + types + ".";
      default -> "'" + name + "' does not take " + types + ".";
    };
  }

  static Flaw neverEqual(int offset, String operator, String left, String right) {
    return new Flaw(
        offset,
        Flaw.TYPE,
        "'%s' compares %s with %s: they are never equal.".formatted(operator, left, right));
  }
}
