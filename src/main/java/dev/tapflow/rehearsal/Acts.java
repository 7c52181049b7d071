package dev.tapflow.rehearsal;

import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.yaml.Suggestion;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does on the stage what a case says is done. */
final class Acts {

  private final World world;
  private final Stage stage;
  private final String flow;

  Acts(World world, Stage stage, String flow) {
    this.world = world;
    this.stage = stage;
    this.flow = flow;
  }

  /** Why it cannot be done; empty where it was. */
  Optional<CaseResult.Failure> play(Line.Act act) {
    try {
      perform(act);
      return Optional.empty();
    } catch (World.Impossible impossible) {
      return Optional.of(
          new CaseResult.Failure(
              act.place(), String.valueOf(impossible.getMessage()), Optional.empty()));
    }
  }

  private void perform(Line.Act act) throws World.Impossible {
    switch (act) {
      case Line.Starts starts -> start(starts);
      case Line.Writes(_, var text, var referral) -> {
        stage.note(ChatLine.Who.CUSTOMER, text);
        stage.customerSends(new Content.Text(text), referral);
      }
      case Line.Taps(_, var title, var referral) -> tap(titled(title), referral);
      case Line.TapsOlder older -> tap(older(older), Optional.empty());
      case Line.Sends(_, var content, var referral) -> {
        stage.note(ChatLine.Who.CUSTOMER, "(sends: " + content.inputKind() + ")");
        stage.customerSends(content, referral);
      }
      case Line.Answers(_, var values) -> answer(values);
      case Line.Advances(_, var by) -> {
        stage.note(ChatLine.Who.WORLD, Spans.of(by) + " go by");
        stage.advance(by);
      }
      case Line.JumpsTo(_, var when) -> {
        stage.note(ChatLine.Who.WORLD, "it is " + when.in(stage.release().bot().zone()));
        stage.until(when.in(stage.release().bot().zone()));
      }
      case Line.Changes(_, var fields) -> change(fields);
      case Line.AgentActs(_, var action, var name) -> {
        stage.note(
            ChatLine.Who.AGENT,
            (name.isEmpty() ? "" : name + " ") + action.name().toLowerCase(Locale.ROOT));
        stage.happens(new Event.AgentActed(action, name));
      }
      case Line.Delivery(_, var failed) -> delivery(failed);
    }
  }

  private void start(Line.Starts starts) throws World.Impossible {
    var flows = stage.release().flows();
    var target = flows.get(starts.flow());
    if (target == null) {
      throw new World.Impossible(
          "There is no flow \"%s\"%s"
              .formatted(starts.flow(), Suggestion.of(starts.flow(), flows.keySet())));
    }
    var step = starts.step();
    if (step.isPresent() && target.step(step.get()).isEmpty()) {
      throw new World.Impossible(
          "The flow \"%s\" has no step \"%s\"%s"
              .formatted(
                  starts.flow(), step.get(), Suggestion.of(step.get(), target.steps().keySet())));
    }
    var with = new LinkedHashMap<String, Object>();
    stage
        .session()
        .conversation()
        .filter(it -> it.ordinal() == 0)
        .ifPresent(it -> with.putAll(it.vars()));
    with.putAll(Values.set(world.vars(starts.with(), values())));
    stage.note(ChatLine.Who.WORLD, "starts " + starts.flow() + step.map(it -> "#" + it).orElse(""));
    stage.starts(new Event.FlowStarted(starts.flow(), step, with));
  }

  private Values values() {
    return new Values(
        stage.release().evaluator(),
        new TestScope(stage.release().bot(), Optional.of(stage.session()), stage.now()));
  }

  private void tap(Outbound.Choice choice, Optional<Event.Referral> referral) {
    stage.note(ChatLine.Who.CUSTOMER, "[" + choice.title() + "]");
    stage.customerSends(new Content.Tap(Optional.of(choice.id()), choice.title()), referral);
  }

  private Outbound.Choice titled(String title) throws World.Impossible {
    for (var message : stage.sent().reversed()) {
      for (var choice : Facets.choices(message.message())) {
        if (choice.title().equals(title)) {
          return choice;
        }
      }
    }
    throw new World.Impossible("No message has an option \"%s\"%s".formatted(title, offered()));
  }

  private String offered() {
    return stage.sent().reversed().stream()
        .map(it -> Facets.choices(it.message()))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .map(
            choices ->
                choices.stream()
                    .map(Outbound.Choice::title)
                    .collect(Collectors.joining(", ", "; the newest that can be tapped has ", "")))
        .orElse("; there is nothing to tap yet");
  }

  private Outbound.Choice older(Line.TapsOlder older) throws World.Impossible {
    return find(older, older.flow().orElse(flow))
        .or(() -> older.flow().isPresent() ? Optional.empty() : find(older, ""))
        .orElseThrow(
            () ->
                new World.Impossible(
                    "No message of the step \"%s\" with the option \"%s\" was sent%s"
                        .formatted(older.step(), older.option(), offered())));
  }

  /** An empty flow is any. */
  private Optional<Outbound.Choice> find(Line.TapsOlder older, String in) {
    return stage.sent().reversed().stream()
        .flatMap(it -> Facets.choices(it.message()).stream())
        .filter(
            it ->
                ReplyId.parse(it.id()).orElse(null) instanceof ReplyId.Option option
                    && (in.isEmpty() || option.flow().equals(in))
                    && option.step().equals(older.step())
                    && option.option().equals(older.option()))
        .findFirst();
  }

  private void answer(Map<String, Datum> values) throws World.Impossible {
    var form =
        stage.sent().reversed().stream()
            .map(it -> it.message())
            .filter(Outbound.Form.class::isInstance)
            .map(Outbound.Form.class::cast)
            .findFirst()
            .orElseThrow(() -> new World.Impossible("No form was sent that could be filled in"));
    var filled = new LinkedHashMap<String, @Nullable Object>();
    values.forEach((name, value) -> filled.put(name, Json.of(value)));
    stage.note(ChatLine.Who.CUSTOMER, "(fills in: " + Facets.shown(filled) + ")");
    stage.customerSends(
        new Content.FormAnswer("flow", Optional.of(form.token()), filled), Optional.empty());
  }

  private void change(Map<String, Datum> fields) throws World.Impossible {
    var changed = world.contact(stage.release().bot(), fields, values());
    stage.note(ChatLine.Who.WORLD, "the contact is changed: " + Facets.shown(changed));
    stage.happens(new Event.ContactChanged(changed));
  }

  private void delivery(boolean failed) throws World.Impossible {
    if (stage.sent().isEmpty()) {
      throw new World.Impossible("No message was sent whose delivery could be known");
    }
    var newest = stage.sent().getLast();
    stage.note(ChatLine.Who.WORLD, "the last message " + (failed ? "failed" : "was received"));
    if (failed) {
      stage.happens(new Event.Undelivered(newest.purpose(), newest.token(), "the test says so"));
    }
  }
}
