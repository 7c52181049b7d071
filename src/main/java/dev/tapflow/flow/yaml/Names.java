package dev.tapflow.flow.yaml;

import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Variable;
import dev.tapflow.flow.vocabulary.Naming;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads names and what is made of them: targets and variables. */
final class Names {

  private static final String NAME = Naming.NAME.regex();
  private static final Pattern TARGET = Pattern.compile("(?:(" + NAME + ")#)?(" + NAME + ")");
  private static final Pattern FLOW = Pattern.compile("(" + NAME + ")(?:#(" + NAME + "))?");
  private static final Pattern VARIABLE =
      Pattern.compile("(vars|contact)\\.([A-Za-z_][A-Za-z0-9_]{0,63})");
  private static final String END = "end";

  private Names() {}

  /** True for a name of a flow, step, option, team and the like; else a finding says why not. */
  static boolean isName(Entry entry, String what, Page page) {
    if (Naming.NAME.fits(entry.key())) {
      return true;
    }
    page.error(
        "bad-name",
        entry.keyNode(),
        "The name of %s is at most 40 of a-z, 0-9, _ and -, and begins with a letter; got \"%s\""
            .formatted(what, entry.key()));
    return false;
  }

  static boolean isStepName(Entry entry, Page page) {
    if (entry.key().equals(END)) {
      page.error(
          "bad-name", entry.keyNode(), "\"end\" is where a conversation ends; name the step else");
      return false;
    }
    return isName(entry, "a step", page);
  }

  /** The name of a contact field or constant, as expressions can hold it. */
  static boolean isField(Entry entry, Page page) {
    if (Naming.FIELD.fits(entry.key())) {
      return true;
    }
    page.error(
        "bad-name",
        entry.keyNode(),
        "Expected letters, digits and _, but got \"%s\"".formatted(entry.key()));
    return false;
  }

  /** True for a variable's name without its scope. */
  static boolean isVariableName(String name) {
    return Naming.FIELD.fits(name);
  }

  /** True where the key looks as the names of this map do; else a finding says what is wanted. */
  static boolean fits(Entry entry, Naming names, String what, Page page) {
    if (names.fits(entry.key())) {
      return true;
    }
    page.error(
        "bad-name", entry.keyNode(), "Expected %s, but got \"%s\"".formatted(what, entry.key()));
    return false;
  }

  /** A flow, or a step of it; of a flow alone the step is empty. */
  static Optional<StepRef> flow(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    var parts = FLOW.matcher(written);
    if (!parts.matches() || written.equals(END)) {
      page.error(
          "bad-target", scalar, "Expected flow or flow#step, but got \"%s\"".formatted(written));
      return Optional.empty();
    }
    if (parts.group(2) == null) {
      page.refer(Reference.Kind.FLOW, parts.group(1), scalar);
      return Optional.of(new StepRef(parts.group(1), ""));
    }
    var step = new StepRef(parts.group(1), parts.group(2));
    page.refer(Reference.Kind.STEP, step.text(), scalar);
    return Optional.of(step);
  }

  /** The address of a step of this flow or another one, which need not exist. */
  static Optional<StepRef> address(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    var parts = TARGET.matcher(written);
    if (!parts.matches() || written.equals(END)) {
      page.error(
          "bad-target", scalar, "Expected a step or flow#step, but got \"%s\"".formatted(written));
      return Optional.empty();
    }
    var flow = parts.group(1) == null ? page.flow() : parts.group(1);
    return Optional.of(new StepRef(flow, parts.group(2)));
  }

  static Optional<Target> target(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    if (written.equals(END)) {
      return Optional.of(new Target.End());
    }
    var parts = TARGET.matcher(written);
    if (!parts.matches()) {
      page.error(
          "bad-target",
          scalar,
          "Expected a step, flow#step or end, but got \"%s\"".formatted(written));
      return Optional.empty();
    }
    var flow = parts.group(1) == null ? page.flow() : parts.group(1);
    if (flow.isEmpty()) {
      page.error("bad-target", scalar, "Here the flow is needed too: flow#%s".formatted(written));
      return Optional.empty();
    }
    var step = new StepRef(flow, parts.group(2));
    page.refer(Reference.Kind.STEP, step.text(), scalar);
    return Optional.of(new Target.To(step));
  }

  static Optional<Variable> variable(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    var parts = VARIABLE.matcher(written);
    if (!parts.matches()) {
      page.error(
          "bad-variable",
          scalar,
          "Expected vars.<name> or contact.<field>, but got \"%s\"".formatted(written));
      return Optional.empty();
    }
    if (parts.group(1).equals("vars")) {
      return Optional.of(new Variable(Variable.Scope.VARS, parts.group(2)));
    }
    page.refer(Reference.Kind.CONTACT_FIELD, parts.group(2), scalar);
    return Optional.of(new Variable(Variable.Scope.CONTACT, parts.group(2)));
  }
}
