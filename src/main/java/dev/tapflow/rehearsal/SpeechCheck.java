package dev.tapflow.rehearsal;

import dev.tapflow.flow.Place;
import dev.tapflow.flow.trial.Speech;
import java.util.List;
import java.util.Optional;

/** Holds what the bot is expected to say against what it said since it was last listened to. */
final class SpeechCheck {

  private final Stage stage;

  SpeechCheck(Stage stage) {
    this.stage = stage;
  }

  /** What is not as expected; what is, has been heard. */
  Optional<CaseResult.Failure> check(Place place, Speech speech) {
    var said = stage.unheard();
    var failure =
        switch (speech) {
          case Speech.Anything _ -> Optional.<CaseResult.Failure>empty();
          case Speech.Silence _ ->
              said.isEmpty()
                  ? Optional.<CaseResult.Failure>empty()
                  : Optional.of(unlisted(stage, place));
          case Speech.Messages(var told) -> messages(place, told);
        };
    if (failure.isEmpty()) {
      stage.hear();
    }
    return failure;
  }

  private Optional<CaseResult.Failure> messages(Place place, List<Speech.Message> told) {
    var said = stage.unheard();
    int both = Math.min(told.size(), said.size());
    for (int i = 0; i < both; i++) {
      var difference = MessageCheck.differs(told.get(i), said.get(i));
      if (difference.isPresent()) {
        mark(stage, said.size() - i);
        var which = "message " + (i + 1);
        return failure(place, which + " is not as expected", difference.get());
      }
    }
    if (told.size() > said.size()) {
      var missing = MessageCheck.shown(told.get(both));
      return failure(
          place,
          "message %d did not come".formatted(both + 1),
          new Difference("", missing, said.isEmpty() ? "no message" : "no further message"));
    }
    return said.size() == both ? Optional.empty() : Optional.of(unlisted(stage, place, both));
  }

  /** The bot said what the case does not list. */
  static CaseResult.Failure unlisted(Stage stage, Place place) {
    return unlisted(stage, place, 0);
  }

  private static CaseResult.Failure unlisted(Stage stage, Place place, int listed) {
    var said = stage.unheard();
    mark(stage, said.size() - listed);
    var more = said.size() - listed;
    return new CaseResult.Failure(
        place,
        more == 1
            ? "the bot says what is not listed"
            : "the bot says %d messages that are not listed".formatted(more),
        Optional.of(
            new Difference(
                "",
                listed == 0 ? "no message" : "no further message",
                "\"" + Shown.of(said.get(listed)) + "\"")));
  }

  /** The bot's message of this number, from the end of the chat. */
  private static void mark(Stage stage, int fromEnd) {
    int left = fromEnd;
    for (int i = stage.chat().size() - 1; i >= 0; i--) {
      var line = stage.chat().get(i);
      left -= line.who() == ChatLine.Who.BOT ? 1 : 0;
      if (left == 0) {
        stage.chat().set(i, line.marked());
        return;
      }
    }
  }

  private static Optional<CaseResult.Failure> failure(
      Place place, String reason, Difference difference) {
    return Optional.of(new CaseResult.Failure(place, reason, Optional.of(difference)));
  }
}
