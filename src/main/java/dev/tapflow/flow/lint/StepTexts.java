package dev.tapflow.flow.lint;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.lint.Measured.Cut;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.SourceMap;
import dev.tapflow.message.WhatsAppLimits;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts of one step that reach a customer, with the limit of each. */
final class StepTexts {

  private final ReadFolder folder;
  private final Steps.Located at;
  private final int plain;

  /**
   * @param plain how long a plain text may be
   */
  StepTexts(ReadFolder folder, Steps.Located at, int plain) {
    this.folder = folder;
    this.at = at;
    this.plain = plain;
  }

  Stream<Measured> all() {
    return switch (at.step()) {
      case Step.Say say when say.media().isPresent() ->
          Stream.of(said("The caption", say.text(), WhatsAppLimits.CAPTION, "say"));
      case Step.Say say -> Stream.of(said("The text", say.text(), plain, "say"));
      case Step.Link link -> new CardTexts(folder, at).link(link);
      case Question question ->
          Stream.concat(question(question), exits(question.exits(), limit(question)));
      case Step.Handover handover -> handover(handover);
      case Step.Passing _ -> Stream.empty();
    };
  }

  private Stream<Measured> question(Question question) {
    return switch (question) {
      case Question.Menu menu -> new CardTexts(folder, at).menu(menu);
      case Question.Form form -> new CardTexts(folder, at).form(form);
      case Question.Shop shop -> new CardTexts(folder, at).shop(shop);
      case Question.Ask ask ->
          Stream.concat(Stream.of(said("The question", ask.body(), plain, "ask")), checks(ask));
      case Question.AskByTemplate _ -> Stream.empty();
    };
  }

  /** A wrong answer's text stands in the question itself, or is a text of its own. */
  private int limit(Question question) {
    return switch (question) {
      case Question.Ask _, Question.AskByTemplate _ -> plain;
      case Question.Menu _, Question.Form _, Question.Shop _ -> WhatsAppLimits.BODY;
    };
  }

  private Stream<Measured> checks(Question.Ask ask) {
    return IntStream.range(0, ask.checks().size())
        .boxed()
        .flatMap(
            i -> {
              var one = folder.sources().has(at.flow(), at.path("check", "say"));
              var path =
                  one ? new String[] {"check", "say"} : new String[] {"check", i + "", "say"};
              return optional(ask.checks().get(i).say(), path);
            });
  }

  private Stream<Measured> exits(Exits exits, int most) {
    var wrong =
        IntStream.range(0, exits.wrong().say().size())
            .mapToObj(
                i -> exit("The text", exits.wrong().say().get(i), most, "wrong", "say", i + ""));
    var remind = exits.silence().flatMap(Exits.Silence::remind).stream();
    return Stream.concat(
        wrong, remind.map(it -> exit("The reminder", it, plain, "silence", "remind")));
  }

  private Measured exit(String what, Text text, int most, String... path) {
    return new Measured(what, text, most, Cut.SPLIT, language -> place(language, path));
  }

  /** What the step itself does not say comes from the defaults, and is found there. */
  private Place place(String language, String... exit) {
    if (folder.sources().has(at.flow(), at.path(exit[0], exit[1]))) {
      return folder.sources().said(at.flow(), language, at.path(exit));
    }
    var inDefaults = Stream.concat(Stream.of("defaults"), Stream.of(exit)).toArray(String[]::new);
    return folder.sources().said(SourceMap.BOT, language, inDefaults);
  }

  private Stream<Measured> handover(Step.Handover handover) {
    return Stream.of(
            optional(handover.accepted(), "accepted", "say"),
            optional(leave(handover.unavailable()), "unavailable", "say"),
            optional(leave(handover.timeout().map(Step.Handover.Timeout::leave)), "timeout", "say"),
            optional(leave(handover.returned()), "returned", "say"))
        .flatMap(it -> it);
  }

  private static Optional<Text> leave(Optional<Step.Handover.Leave> leave) {
    return leave.flatMap(Step.Handover.Leave::say);
  }

  private Stream<Measured> optional(Optional<Text> text, String... path) {
    return text.stream().map(it -> said("The text", it, plain, path));
  }

  private Measured said(String what, Text text, int most, String... path) {
    return new Measured(
        what,
        text,
        most,
        Cut.SPLIT,
        language -> folder.sources().said(at.flow(), language, at.path(path)));
  }
}
