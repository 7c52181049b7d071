package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads one flow from its file's root node. */
final class FlowReader {

  /** The keys of a flow's file. */
  static final Vocabulary FLOW =
      Vocabulary.of("A flow")
          .must("flow", Scalar.NAME, "Its name, as in the name of its file.")
          .may("start", Scalar.TARGET, "The step it begins with; default the first.")
          .may(
              "moved",
              MovedReader.KIND,
              "Where steps are now that had another name; taps on old messages follow.")
          .may("triggers", TriggerReader.KIND, "What starts it.")
          .and(CommandsSwitch.KEYS)
          .must("steps", StepReader.KIND, "What it does: steps by name, in order.");

  private final Page page;
  private final ReadBot bot;
  private final Map<String, ValueTree> returns = new HashMap<>();

  FlowReader(Page page, ReadBot bot) {
    this.page = page;
    this.bot = bot;
  }

  /** Empty where there is not a single step to stand on. */
  Optional<Flow> read(Yaml root) {
    var fields = Fields.of(root, FLOW, page);
    checkName(fields);
    var entries =
        fields.find("steps").stream()
            .flatMap(it -> Entry.of(it, "named steps", page).stream())
            .filter(it -> Names.isStepName(it, page))
            .toList();
    if (entries.isEmpty()) {
      fields
          .find("steps")
          .ifPresent(it -> page.error("no-steps", it, "A flow needs at least one step"));
      return Optional.empty();
    }
    var steps = steps(entries);
    return Optional.of(
        new Flow(
            page.flow(),
            start(fields).orElse(new StepRef(page.flow(), entries.getFirst().key())),
            fields.find("triggers").map(it -> TriggerReader.read(it, page)).orElse(List.of()),
            CommandsSwitch.isOff(fields),
            fields.find("moved").map(it -> MovedReader.read(it, page)).orElse(Map.of()),
            returns,
            steps));
  }

  private void checkName(Fields fields) {
    fields
        .scalar("flow")
        .filter(it -> !it.value().strip().equals(page.flow()))
        .ifPresent(
            it ->
                page.error(
                    "flow-name",
                    it,
                    "The file is named %s.flow.yaml, so the flow is \"%s\", not \"%s\""
                        .formatted(page.flow(), page.flow(), it.value())));
  }

  private Optional<StepRef> start(Fields fields) {
    return fields
        .target("start")
        .flatMap(
            target ->
                switch (target) {
                  case Target.To(var step) when step.flow().equals(page.flow()) ->
                      Optional.of(step);
                  case Target.To _, Target.End _ -> {
                    fields
                        .find("start")
                        .ifPresent(
                            it ->
                                page.error(
                                    "bad-target", it, "A flow starts at one of its own steps"));
                    yield Optional.empty();
                  }
                });
  }

  private SequencedMap<String, Step> steps(List<Entry> entries) {
    var steps = new LinkedHashMap<String, Step>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      Target below =
          i + 1 < entries.size()
              ? new Target.To(new StepRef(page.flow(), entries.get(i + 1).key()))
              : new Target.End();
      page.enter(entry.key());
      var around = new Surroundings(bot.exits(), bot.onError(), below);
      var read = new StepReader(page, around).read(entry);
      steps.put(entry.key(), read.step());
      read.returns().ifPresent(it -> returns.put(entry.key(), it));
    }
    page.enter("");
    return steps;
  }
}
