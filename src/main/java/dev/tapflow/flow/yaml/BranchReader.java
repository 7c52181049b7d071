package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Role;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@code branch}: cases in order, and an {@code else} at the end. */
final class BranchReader {

  private static final Vocabulary CASE =
      Vocabulary.of("A case of a branch")
          .may("if", Scalar.CONDITION, "The condition; the first case that holds wins.")
          .may("goto", Scalar.TARGET, "Where this case leads.")
          .may("else", Scalar.TARGET, "Where to go when no \"if\" holds; the last case.")
          .exactlyOneOf("if", "else")
          .exactlyOneOf("goto", "else");

  /** The keys of a {@code branch} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"branch\" step")
          .must("branch", Kind.listOf(CASE), "Goes on by the first case that holds.")
          .and(StepKeys.ANY);

  private final List<Step.Branch.Case> cases = new ArrayList<>();
  private Optional<Target> otherwise = Optional.empty();
  private boolean closed;
  private final Page page;

  private BranchReader(Page page) {
    this.page = page;
  }

  static Step read(Fields fields, Target below) {
    var reader = new BranchReader(fields.page());
    fields.find("branch").ifPresent(reader::cases);
    if (!reader.closed) {
      fields
          .page()
          .error(
              "missing-else",
              fields.keyNode("branch"),
              "A branch needs \"else\" as its last case: where to go when no \"if\" holds");
    }
    return new Step.Branch(reader.cases, reader.otherwise.orElse(below));
  }

  private void cases(Yaml node) {
    if (!(node instanceof Yaml.Sequence list)) {
      closed = true;
      page.error("wrong-shape", node, "Expected a list: - { if: …, goto: … } and - { else: … }");
      return;
    }
    list.items().forEach(this::one);
  }

  private void one(Yaml node) {
    var fields = Fields.of(node, CASE, page);
    if (closed) {
      page.error("after-else", node, "Nothing is tried after \"else\"; put it last");
    }
    if (fields.has("else")) {
      closed = true;
      otherwise = fields.target("else");
      forbidBesideElse(fields, "if");
      forbidBesideElse(fields, "goto");
      return;
    }
    fields.require("if", node);
    fields.require("goto", node);
    var condition = fields.condition("if", Role.CONDITION);
    var target = fields.target("goto");
    if (condition.isPresent() && target.isPresent()) {
      cases.add(new Step.Branch.Case(condition.get(), target.get()));
    }
  }

  private void forbidBesideElse(Fields fields, String key) {
    if (fields.has(key)) {
      page.error(
          "unknown-key",
          fields.keyNode(key),
          "\"else\" stands alone: { else: step }; \"%s\" belongs to a case of its own"
              .formatted(key));
    }
  }
}
