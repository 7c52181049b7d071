package dev.tapflow.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code --name value} on the command line, else the system property {@code bench.name}. */
final class Options {

  /** Every option: what it means, and what it is without being said. */
  private static final Map<String, String> KNOWN = new TreeMap<>(Defaults.ALL);

  private final Map<String, String> given;

  private Options(Map<String, String> given) {
    this.given = given;
  }

  static Options of(List<String> words) {
    var given = new HashMap<String, String>();
    for (var at = 0; at < words.size(); at += 2) {
      var name = words.get(at).replaceFirst("^--", "");
      if (!words.get(at).startsWith("--") || !KNOWN.containsKey(name) || at + 1 == words.size()) {
        throw new IllegalArgumentException(
            "Expected --name value with one of %s, but got '%s'"
                .formatted(KNOWN.keySet(), words.get(at)));
      }
      given.put(name, words.get(at + 1));
    }
    return new Options(given);
  }

  String text(String name) {
    var otherwise = KNOWN.get(name);
    if (otherwise == null) {
      throw new IllegalArgumentException("Expected a known option, but got " + name);
    }
    var property = System.getProperty("bench." + name, "");
    return given.getOrDefault(name, property.isEmpty() ? otherwise : property);
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  Path path(String name) {
    return Path.of(text(name));
  }

  /** Words between spaces. */
  List<String> words(String name) {
    return text(name).isBlank() ? List.of() : List.of(text(name).strip().split("\\s+"));
  }
}
