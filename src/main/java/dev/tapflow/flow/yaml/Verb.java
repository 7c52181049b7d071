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
  SAY(SayReader.STEP),
  MENU(MenuReader.STEP),
  ASK(AskReader.STEP),
  FORM(FormReader.STEP),
  PRODUCT(ShopReader.PRODUCT),
  PRODUCTS(ShopReader.PRODUCTS),
  CATALOG(ShopReader.CATALOG),
  LINK(LinkReader.STEP),
  TEMPLATE(TemplateReader.STEP),
  SET(
      Vocabulary.of("A \"set\" step")
          .must("set", AssignmentReader.KIND, "Writes vars.* or contact.*, in order.")
          .and(StepKeys.PASSING)),
  BRANCH(BranchReader.STEP),
  SPLIT(SplitReader.STEP),
  HTTP(HttpReader.STEP),
  CALL(CallReader.STEP),
  GOTO(
      Vocabulary.of("A \"goto\" step")
          .must("goto", Scalar.TARGET, "Jumps to a step, another flow's too, or to the end.")
          .and(StepKeys.ANY)),
  LATER(LaterReader.STEP),
  WAIT(WaitReader.STEP),
  TAG(TagReader.STEP),
  HANDOVER(HandoverReader.STEP);

  private static final Map<String, Verb> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Verb::key, Function.identity()));

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

  /** True for a key of its step, other than the verb itself. */
  boolean has(String key) {
    return !key.equals(key()) && vocabulary.keys().containsKey(key);
  }

  static Set<String> allKeys() {
    return BY_KEY.keySet();
  }

  /** As a message lists them. */
  static List<String> inOrder() {
    return Arrays.stream(values()).map(Verb::key).toList();
  }
}
