package dev.tapflow.flow.yaml;

import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a step does, and the keys it may have for it. */
enum Verb {
  SAY(
      Vocabulary.of("A \"say\" step")
          .must("say", Scalar.TEXT, "Sends a text and goes on.")
          .and(StepKeys.PASSING)
          .later("media")),
  MENU(MenuReader.STEP),
  ASK(AskReader.STEP),
  SET(
      Vocabulary.of("A \"set\" step")
          .must("set", AssignmentReader.KIND, "Writes vars.* or contact.*, in order.")
          .and(StepKeys.PASSING)),
  BRANCH(BranchReader.STEP),
  GOTO(
      Vocabulary.of("A \"goto\" step")
          .must("goto", Scalar.TARGET, "Jumps to a step, another flow's too, or to the end.")
          .and(StepKeys.ANY)),
  TEMPLATE(TemplateReader.STEP),
  HANDOVER(HandoverReader.STEP);

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

  Verb(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
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
