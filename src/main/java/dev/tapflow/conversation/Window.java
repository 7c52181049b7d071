package dev.tapflow.conversation;

import dev.tapflow.message.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The customer service window: free messages are allowed for 24 hours from the customer's last
 * message (source: WhatsApp "Send messages", customer service windows). It counts from the
 * message's own time and never goes back.
 */
final class Window {

  static final Duration LENGTH = Duration.ofHours(24);

  private final boolean openedByReactions;
  private final boolean openedByUnsupported;

  Window(WindowSettings settings) {
    this.openedByReactions = settings.openedByReactions();
    this.openedByUnsupported = settings.openedByUnsupported();
  }

  /** Until when it is open after a message. */
  Optional<Instant> after(Optional<Instant> closesAt, Content content, Instant sentAt) {
    if (!opens(content)) {
      return closesAt;
    }
    var anew = sentAt.plus(LENGTH);
    return Optional.of(closesAt.filter(earlier -> earlier.isAfter(anew)).orElse(anew));
  }

  boolean opens(Content content) {
    return switch (content) {
      case Content.Text text -> true;
      case Content.Tap tap -> true;
      case Content.Media media -> true;
      case Content.Location location -> true;
      case Content.Contacts contacts -> true;
      case Content.Order order -> true;
      case Content.FormAnswer answer -> true;
      case Content.Reaction reaction -> openedByReactions;
      case Content.Unsupported unsupported -> openedByUnsupported;
      case Content.SystemNotice notice -> false;
    };
  }
}
