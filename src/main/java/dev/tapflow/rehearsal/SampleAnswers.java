package dev.tapflow.rehearsal;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Variable;
import dev.tapflow.message.Content;
import dev.tapflow.rehearsal.Recording.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody might answer to a question, the likeliest first. Whether it fits is tried. */
final class SampleAnswers {

  private SampleAnswers() {}

  /** What conditions compare the answer with leads somewhere of its own. */
  static List<Turn> telling(Question question, Literals literals) {
    return question
        .save()
        .filter(it -> it.scope() == Variable.Scope.VARS)
        .map(it -> Literals.typed(literals.of(it.name())))
        .orElse(List.of())
        .stream()
        .<Turn>map(Turn.Wrote::new)
        .toList();
  }

  /** Some that may fit; one that does is enough. */
  static List<Turn> likely(Question question) {
    return switch (question) {
      case Question.Ask ask when ask.type().isTyped() ->
          Stream.concat(
                  ask.checks().stream().flatMap(it -> pattern(it).stream()),
                  typed(ask.type()).stream())
              .<Turn>map(Turn.Wrote::new)
              .toList();
      case Question.Ask ask ->
          sent(ask.type()).map(Turn.Sent::new).stream().<Turn>map(it -> it).toList();
      case Question.Form _ ->
          List.of(
              new Turn.Sent(
                  new Content.FormAnswer("flow", Optional.empty(), Map.of("note", "fine"))));
      case Question.Shop _ ->
          List.of(
              new Turn.Sent(
                  new Content.Order(
                      "catalog",
                      Optional.empty(),
                      List.of(new Content.Order.Item("product-1", 1, 9.5, "EUR")))));
      case Question.ByOption _ -> List.of();
    };
  }

  private static Optional<String> pattern(Check check) {
    return check instanceof Check.Matches(var pattern, _)
        ? PatternSample.of(pattern)
        : Optional.empty();
  }

  private static List<String> typed(AnswerType type) {
    return switch (type) {
      case TEXT -> List.of("Ana", "A-1234", "1234", "12345678", "a", "Ana Silva", "yes", "75001");
      case NUMBER, INTEGER -> List.of("2", "20", "1", "50", "150", "1985", "2020", "0", "1000");
      case EMAIL -> List.of("ana@example.com");
      case PHONE -> List.of("+34600000002");
      case DATE -> List.of("2026-01-06", "2026-03-05", "1985-03-05", "tomorrow", "2025-12-01");
      case TIME -> List.of("10:30", "18:00", "08:00");
      case LOCATION, IMAGE, DOCUMENT, CONTACT -> List.of();
    };
  }

  private static Optional<Content> sent(AnswerType type) {
    return switch (type) {
      case LOCATION ->
          Optional.of(new Content.Location(48.85, 2.35, Optional.empty(), Optional.empty()));
      case IMAGE -> Optional.of(media(Content.MediaKind.IMAGE, "photo"));
      case DOCUMENT -> Optional.of(media(Content.MediaKind.DOCUMENT, "document.pdf"));
      case CONTACT ->
          Optional.of(
              new Content.Contacts(
                  List.of(new Content.Contacts.Card("Ana", List.of("+34600000002")))));
      case TEXT, NUMBER, INTEGER, EMAIL, PHONE, DATE, TIME -> Optional.empty();
    };
  }

  private static Content media(Content.MediaKind kind, String name) {
    return new Content.Media(kind, name, Optional.empty(), Optional.empty());
  }
}
