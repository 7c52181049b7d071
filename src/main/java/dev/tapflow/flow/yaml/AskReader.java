package dev.tapflow.flow.yaml;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code ask} step. */
final class AskReader {

  private static final Vocabulary CHECK =
      Vocabulary.of("\"check\"")
          .may("matches", Scalar.PATTERN, "An RE2 pattern that must fit the whole answer.")
          .may("if", Scalar.CONDITION, "What must hold, with the answer in input.value.")
          .may("say", Scalar.TEXT, "Said when it does not; stands for the text of \"wrong\".")
          .exactlyOneOf("matches", "if");
  private static final Map<String, AnswerType> TYPES = Choices.of(AnswerType.class);

  /** The keys of an {@code ask} step. */
  static final Vocabulary STEP =
      Vocabulary.of("An \"ask\" step")
          .must("ask", Scalar.TEXT, "Asks for a value and waits: the question.")
          .may(
              "type",
              Kind.choice(TYPES.keySet()),
              "What is asked for; default text. Customers may write it in their own manner.")
          .may(
              "check",
              Kind.oneOrMore(Kind.keys(CHECK)),
              "What the answer must fulfil; an answer that does not is a wrong one.")
          .and(StepKeys.QUESTION);

  private AskReader() {}

  static Step read(Fields fields, Target next, Exits defaults) {
    return new Question.Ask(
        StepReader.spoken(fields, "ask"),
        fields.choice("type", TYPES).orElse(AnswerType.TEXT),
        fields.find("check").map(it -> checks(it, fields.page())).orElse(List.of()),
        fields.variable("save"),
        next,
        ExitsReader.read(fields, defaults),
        CommandsSwitch.isOff(fields));
  }

  private static List<Check> checks(Yaml node, Page page) {
    var written = node instanceof Yaml.Sequence list ? list.items() : List.of(node);
    return written.stream().flatMap(it -> check(Fields.of(it, CHECK, page)).stream()).toList();
  }

  private static Optional<Check> check(Fields check) {
    if (check.has("matches") == check.has("if")) {
      check.page().error("missing-key", check.node(), "A check has either \"matches\" or \"if\"");
    }
    var say = check.text("say");
    var matches = check.scalar("matches");
    matches.ifPresent(it -> check.page().pattern(it.value(), it));
    var condition = check.condition("if", Role.CHECK_CONDITION);
    return matches
        .map(Yaml.Scalar::value)
        .<Check>map(it -> new Check.Matches(it, say))
        .or(() -> condition.map(it -> new Check.Holds(it, say)));
  }
}
