package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Role;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
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
   * A step as it is read.
   *
   * @param returns what the flow comes back with when it ends there
   */
  record Read(Step step, Optional<ValueTree> returns) {}

  /**
   * A step that cannot be read becomes a jump to the one below, so that the rest can be checked.
   */
  Read read(Entry step) {
    var entries = Entry.of(step.value(), "the step's verb and keys", page);
    var verbs = verbs(entries);
    if (verbs.isEmpty()) {
      reportNoVerb(step, entries);
      return new Read(new Step.Goto(around.below()), Optional.empty());
    }
    var first = verbs.getFirst();
    var others = verbs.subList(1, verbs.size());
    others.forEach(second -> reportSecondVerb(first, second));
    var own = entries.stream().filter(it -> !others.contains(it)).toList();
    var verb = Verb.of(first.key());
    var fields = Fields.of(step.value(), own, first.keyNode(), verb.vocabulary(), page);
    var returns = fields.find("returns").map(it -> ValueTrees.read(it, Role.INSERTION, page));
    return new Read(read(verb, fields), returns);
  }

  /** One that another verb has as a key of its own, such as "catalog", is none here. */
  private static List<Entry> verbs(List<Entry> entries) {
    var all = entries.stream().filter(it -> Verb.isVerb(it.key())).toList();
    return all.stream()
        .filter(it -> all.stream().noneMatch(other -> Verb.of(other.key()).has(it.key())))
        .toList();
  }

  private Step read(Verb verb, Fields fields) {
    return switch (verb) {
      case SAY -> SayReader.read(fields, next(fields));
      case LINK -> LinkReader.read(fields, next(fields));
      case MENU -> MenuReader.read(fields, next(fields), around.defaults());
      case ASK -> AskReader.read(fields, next(fields), around.defaults());
      case FORM -> FormReader.read(fields, next(fields), around.defaults());
      case PRODUCT -> ShopReader.product(fields, next(fields), around.defaults());
      case PRODUCTS -> ShopReader.products(fields, next(fields), around.defaults());
      case CATALOG -> ShopReader.catalog(fields, next(fields), around.defaults());
      case TEMPLATE -> TemplateReader.read(fields, next(fields), around.defaults());
      case SET -> new Step.Set(AssignmentReader.read(fields, "set"), next(fields));
      case BRANCH -> BranchReader.read(fields, around.below());
      case SPLIT -> SplitReader.read(fields);
      case HTTP -> HttpReader.read(fields, next(fields), around.onError());
      case CALL -> CallReader.read(fields, next(fields));
      case GOTO -> new Step.Goto(fields.target("goto").orElse(around.below()));
      case LATER -> LaterReader.read(fields, next(fields));
      case WAIT -> WaitReader.read(fields, next(fields));
      case TAG -> TagReader.read(fields, next(fields));
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
