package dev.tapflow.flow.lint;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.Reference;
import dev.tapflow.flow.yaml.Suggestion;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every step, flow, template, team, hours and contact field that is named exists. */
final class NamesMeanSomething implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return folder.references().stream().flatMap(it -> check(folder, it).stream());
  }

  private static Optional<Finding> check(ReadFolder folder, Reference named) {
    Bot bot = folder.bot();
    return switch (named.kind()) {
      case STEP -> step(folder, named);
      case FLOW -> flow(folder, named, named.name());
      case TEMPLATE -> shared(folder, named, "template", bot.templates().keySet());
      case TEAM -> shared(folder, named, "team", bot.teams().keySet());
      case HOURS -> shared(folder, named, "hours", bot.hours().keySet());
      case CONTACT_FIELD -> shared(folder, named, "contact-field", contactFields(bot));
    };
  }

  private static Set<String> contactFields(Bot bot) {
    var fields = new HashSet<>(ContactField.BUILT_IN.keySet());
    fields.addAll(bot.contactFields().keySet());
    return fields;
  }

  private static Optional<Finding> step(ReadFolder folder, Reference named) {
    var parts = named.name().split("#", 2);
    var at = new StepRef(parts[0], parts[1]);
    var flow = folder.flows().get(at.flow());
    if (flow == null) {
      return flow(folder, named, at.flow());
    }
    return flow.steps().containsKey(at.step())
        ? Optional.empty()
        : Optional.of(
            Findings.error(
                folder,
                "unknown-step",
                named.place(),
                "The flow \"%s\" has no step \"%s\"%s"
                    .formatted(at.flow(), at.step(), hint(at.step(), flow.steps().keySet()))));
  }

  private static Optional<Finding> flow(ReadFolder folder, Reference named, String flow) {
    return folder.flows().containsKey(flow) || folder.unread().contains(flow)
        ? Optional.empty()
        : Optional.of(
            Findings.error(
                folder,
                "unknown-flow",
                named.place(),
                "There is no flow \"%s\"%s".formatted(flow, hint(flow, folder.flows().keySet()))));
  }

  private static Optional<Finding> shared(
      ReadFolder folder, Reference named, String kind, Collection<String> known) {
    return known.contains(named.name())
        ? Optional.empty()
        : Optional.of(
            Findings.error(
                folder,
                "unknown-" + kind,
                named.place(),
                "bot.yaml has no %s \"%s\"%s"
                    .formatted(kind.replace('-', ' '), named.name(), hint(named.name(), known))));
  }

  private static String hint(String wrong, Collection<String> known) {
    return Suggestion.of(wrong, known);
  }
}
