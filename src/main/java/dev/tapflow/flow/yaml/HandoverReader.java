package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Step.Handover.Leave;
import dev.tapflow.flow.Step.Handover.Timeout;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.Optional;

/** Reads a {@code handover} step. */
final class HandoverReader {

  private static final Vocabulary ACCEPTED =
      Vocabulary.of("\"accepted\"")
          .may("say", Scalar.TEXT, "Said when an agent accepts, with agent.name.");
  private static final Vocabulary UNAVAILABLE = leave("unavailable");
  private static final Vocabulary RETURNED = leave("returned");
  private static final Vocabulary TIMEOUT =
      leave("timeout").must("after", Scalar.DURATION, "How long is waited for an agent.");

  /** The keys of a {@code handover} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"handover\" step")
          .must(
              "handover",
              Scalar.NAME,
              "Gives the conversation to a person and holds: the team, one of bot.yaml.")
          .may("note", Scalar.VALUE, "What the agent reads; customers never see it.")
          .may("labels", Kind.oneOrMore(Scalar.VALUE), "Labels of the conversation at the desk.")
          .may("priority", Scalar.VALUE, "Its priority at the desk.")
          .may("accepted", Kind.keys(ACCEPTED), "When an agent accepts.")
          .may(
              "unavailable",
              Kind.keys(UNAVAILABLE),
              "When the team is closed or nobody can be asked.")
          .may("timeout", Kind.keys(TIMEOUT), "When nobody accepts in time.")
          .may("returned", Kind.keys(RETURNED), "When the agent is done.")
          .and(StepKeys.PASSING);

  private final Fields fields;
  private final Target next;

  private HandoverReader(Fields fields, Target next) {
    this.fields = fields;
    this.next = next;
  }

  static Step read(Fields fields, Target next) {
    return new HandoverReader(fields, next).read();
  }

  private Step read() {
    var team = fields.word("handover").orElse("");
    fields.scalar("handover").ifPresent(at -> fields.page().refer(Reference.Kind.TEAM, team, at));
    return new Step.Handover(
        team,
        fields.value("note"),
        fields.values("labels"),
        fields.value("priority"),
        accepted(),
        fields.map("unavailable", UNAVAILABLE).map(this::leave),
        timeout(),
        fields.map("returned", RETURNED).map(this::leave),
        next);
  }

  private Optional<Text> accepted() {
    return fields.map("accepted", ACCEPTED).flatMap(it -> it.text("say"));
  }

  private static Vocabulary leave(String key) {
    return Vocabulary.of("\"" + key + "\"")
        .may("say", Scalar.TEXT, "A last word.")
        .may("goto", Scalar.TARGET, "Where the conversation goes on; default \"next\".");
  }

  private Leave leave(Fields exit) {
    return new Leave(exit.text("say"), exit.target("goto").orElse(next));
  }

  private Optional<Timeout> timeout() {
    var exit = fields.map("timeout", TIMEOUT);
    return exit.flatMap(
        it -> {
          var leave = leave(it);
          return it.duration("after").map(after -> new Timeout(after, leave));
        });
  }
}
