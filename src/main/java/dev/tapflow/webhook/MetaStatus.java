package dev.tapflow.webhook;

import dev.tapflow.message.CleanText;
import dev.tapflow.outbox.DeliveryStatus;
import dev.tapflow.outbox.DeliveryStatus.Rank;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what became of a message of ours (source: WhatsApp "Status messages webhook reference").
 */
final class MetaStatus {

  /** Of a message's id, in characters: more than an index can hold is none of ours. */
  private static final int LONGEST_ID = 256;

  /** In characters, of what went wrong with one message. */
  private static final int LONGEST_ERRORS = 1000;

  private MetaStatus() {}

  /** Empty where no message is named, or a status that is not known. */
  static Optional<DeliveryStatus> of(Loose status, Instant now) {
    var at = Timestamp.lenient(status.text("timestamp"), now);
    return status
        .word("id")
        .filter(id -> id.length() <= LONGEST_ID)
        .flatMap(
            id ->
                status
                    .word("status")
                    .flatMap(MetaStatus::rank)
                    .map(rank -> new DeliveryStatus(id, rank, at, errors(status))));
  }

  private static Optional<Rank> rank(String status) {
    return switch (status) {
      case "sent" -> Optional.of(Rank.SENT);
      case "delivered" -> Optional.of(Rank.DELIVERED);
      // a voice message that was played was surely seen
      case "read", "played" -> Optional.of(Rank.READ);
      case "failed" -> Optional.of(Rank.FAILED);
      default -> Optional.empty();
    };
  }

  /** All errors of a status, message or change as one text; empty where there are none. */
  static Optional<String> errors(Loose from) {
    return Optional.of(
            from.list("errors").stream().map(MetaStatus::error).collect(Collectors.joining("; ")))
        .filter(text -> !text.isEmpty())
        .map(text -> CleanText.shortened(text, LONGEST_ERRORS));
  }

  /** Such as {@code 131047 Re-engagement message: more than 24 hours have passed}. */
  private static String error(Loose error) {
    var title =
        Stream.of(error.word("code"), error.word("title").or(() -> error.word("message")))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return error.at("error_data").word("details").map(why -> title + ": " + why).orElse(title);
  }
}
