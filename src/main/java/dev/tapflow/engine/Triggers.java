package dev.tapflow.engine;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Trigger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What starts a flow on the customer's channel. */
final class Triggers {

  private final Release release;
  private final String channel;

  Triggers(Draft draft) {
    this.release = draft.release();
    this.channel = draft.customer().channel();
  }

  /** The start of the flow that these words, as the whole message, begin. */
  Optional<StepRef> words(String message) {
    return first(
        trigger -> trigger instanceof Trigger.Words(var words) && Folding.isOneOf(words, message));
  }

  /** The start of the flow that takes any message of a contact with no open conversation. */
  Optional<StepRef> newConversation() {
    return first(Trigger.NewConversation.class::isInstance);
  }

  /**
   * The start of the flow for who comes from there; one that names the source before one for all.
   */
  Optional<StepRef> referral(String source) {
    return first(
            trigger -> trigger instanceof Trigger.Referral(var sources) && sources.contains(source))
        .or(
            () ->
                first(
                    trigger ->
                        trigger instanceof Trigger.Referral(var sources) && sources.isEmpty()));
  }

  private Optional<StepRef> first(Predicate<Trigger> wanted) {
    return flows()
        .filter(flow -> flow.triggers().stream().anyMatch(wanted))
        .map(Flow::start)
        .findFirst();
  }

  private Stream<Flow> flows() {
    var declared = release.bot().channels().get(channel);
    var allowed = declared == null ? List.<String>of() : declared.flows();
    // by name: a clash of words must be decided the same way on every replica
    return release.flows().values().stream()
        .filter(flow -> allowed.isEmpty() || allowed.contains(flow.name()))
        .sorted(Comparator.comparing(Flow::name));
  }
}
