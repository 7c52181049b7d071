package dev.tapflow.flow.yaml;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a step does, and the keys it may have for it. */
enum Verb {
  SAY(keys("next").later("media")),
  MENU(
      keys("options", "sections", "header", "footer", "button", "save", "as", "next", "commands")
          .and(ExitsReader.KEYS)),
  ASK(keys("type", "check", "save", "next", "commands").and(ExitsReader.KEYS)),
  SET(keys("next")),
  BRANCH(keys()),
  GOTO(keys()),
  TEMPLATE(keys("lang", "values", "next").later("media", "options", "save", "wrong", "silence")),
  HANDOVER(
      keys("note", "labels", "priority", "accepted", "unavailable", "timeout", "returned", "next"));

  private static final Map<String, Verb> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Verb::key, Function.identity()));

  /** Verbs of the language that this version does not read yet. */
  private static final Set<String> LATER =
      Set.of(
          "form",
          "product",
          "products",
          "catalog",
          "http",
          "call",
          "later",
          "wait",
          "tag",
          "split",
          "link");

  private final Vocabulary vocabulary;

  Verb(Vocabulary keys) {
    var all = new LinkedHashSet<String>(Set.of(key()));
    all.addAll(keys.known());
    vocabulary = new Vocabulary("A \"" + key() + "\" step", all, keys.later());
  }

  private static Vocabulary keys(String... keys) {
    return Vocabulary.of("", keys);
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  static boolean isVerb(String key) {
    return BY_KEY.containsKey(key);
  }

  static Verb of(String key) {
    return Objects.requireNonNull(BY_KEY.get(key));
  }

  static boolean isLater(String key) {
    return LATER.contains(key);
  }

  static Set<String> allKeys() {
    return BY_KEY.keySet();
  }

  /** As a message lists them. */
  static List<String> inOrder() {
    return Arrays.stream(values()).map(Verb::key).toList();
  }
}
