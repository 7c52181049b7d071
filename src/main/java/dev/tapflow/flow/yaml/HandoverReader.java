package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Step.Handover.Leave;
import dev.tapflow.flow.Step.Handover.Timeout;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import java.util.Optional;

/** Reads a {@code handover} step. */
final class HandoverReader {

  private static final Vocabulary ACCEPTED = Vocabulary.of("\"accepted\"", "say");
  private static final Vocabulary TIMEOUT = Vocabulary.of("\"timeout\"", "after", "say", "goto");

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
        leave("unavailable"),
        timeout(),
        leave("returned"),
        next);
  }

  private Optional<Text> accepted() {
    return fields.map("accepted", ACCEPTED).flatMap(it -> it.text("say"));
  }

  private Optional<Leave> leave(String key) {
    var keys = Vocabulary.of("\"" + key + "\"", "say", "goto");
    return fields.map(key, keys).map(this::leave);
  }

  private Leave leave(Fields exit) {
    return new Leave(exit.text("say"), exit.target("goto").orElse(next));
  }

  private Optional<Timeout> timeout() {
    var exit = fields.map("timeout", TIMEOUT);
    exit.ifPresent(it -> it.require("after", fields.keyNode("timeout")));
    return exit.flatMap(
        it -> {
          var leave = leave(it);
          return it.duration("after").map(after -> new Timeout(after, leave));
        });
  }
}
