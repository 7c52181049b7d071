package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one step: finds its verb and has the verb's keys read. */
final class StepReader {

  static final Kind KIND =
      Kind.named(
          Naming.STEP,
          new Kind.ByVerb(Arrays.stream(Verb.values()).map(Verb::vocabulary).toList()));

  private final Page page;
  private final Surroundings around;

  StepReader(Page page, Surroundings around) {
    this.page = page;
    this.around = around;
  }

  /**
   * A step that cannot be read becomes a jump to the one below, so that the rest can be checked.
   */
  Step read(Entry step) {
    var entries = Entry.of(step.value(), "the step's verb and keys", page);
    var verbs = entries.stream().filter(it -> Verb.isVerb(it.key())).toList();
    if (verbs.isEmpty()) {
      reportNoVerb(step, entries);
      return new Step.Goto(around.below());
    }
    var first = verbs.getFirst();
    var others = verbs.subList(1, verbs.size());
    others.forEach(second -> reportSecondVerb(first, second));
    var own = entries.stream().filter(it -> !others.contains(it)).toList();
    var verb = Verb.of(first.key());
    return read(verb, Fields.of(step.value(), own, first.keyNode(), verb.vocabulary(), page));
  }

  private Step read(Verb verb, Fields fields) {
    return switch (verb) {
      case SAY -> new Step.Say(spoken(fields, "say"), Optional.empty(), next(fields));
      case MENU -> MenuReader.read(fields, next(fields), around.defaults());
      case ASK -> AskReader.read(fields, next(fields), around.defaults());
      case SET -> new Step.Set(AssignmentReader.read(fields, "set"), next(fields));
      case BRANCH -> BranchReader.read(fields, around.below());
      case GOTO -> new Step.Goto(fields.target("goto").orElse(around.below()));
      case TEMPLATE -> TemplateReader.read(fields, next(fields));
      case HANDOVER -> HandoverReader.read(fields, next(fields));
    };
  }

  private Target next(Fields fields) {
    return fields.target("next").orElse(around.below());
  }

  static Text spoken(Fields fields, String verb) {
    return fields.text(verb).orElse(new Text(List.of()));
  }

  private void reportNoVerb(Entry step, List<Entry> entries) {
    var later = entries.stream().filter(it -> Verb.isLater(it.key())).findFirst();
    if (later.isPresent()) {
      var key = later.get();
      page.error(
          "not-supported",
          key.keyNode(),
          "A \"%s\" step is not supported yet by this version".formatted(key.key()));
      return;
    }
    var near =
        entries.stream()
            .filter(it -> !Suggestion.of(it.key(), Verb.allKeys()).isEmpty())
            .findFirst();
    Yaml at = near.<Yaml>map(Entry::keyNode).orElse(step.keyNode());
    var hint = near.map(it -> Suggestion.of(it.key(), Verb.allKeys())).orElse("");
    page.error(
        "no-verb",
        at,
        "The step \"%s\" does not say what it does: it needs one of %s%s"
            .formatted(step.key(), String.join(", ", Verb.inOrder()), hint));
  }

  private void reportSecondVerb(Entry first, Entry second) {
    page.error(
        "two-verbs",
        second.keyNode(),
        "A step does one thing: it has \"%s\" already; make \"%s\" a step of its own"
            .formatted(first.key(), second.key()));
  }
}
