package dev.tapflow.channel.octopods;

import dev.tapflow.message.Outbound;
import java.util.Optional;

/** Media on its own, which Octopods does not send, as the header of a message with buttons. */
final class MediaHeader {

  private MediaHeader() {}

  /** The header; empty for a sound, which cannot be one. */
  static Optional<Outbound.Header> of(Outbound.Media media) {
    return switch (media.kind()) {
      case IMAGE -> Optional.of(new Outbound.Header.Picture(media.url()));
      case VIDEO -> Optional.of(new Outbound.Header.Film(media.url()));
      case DOCUMENT -> Optional.of(new Outbound.Header.Paper(media.url()));
      case AUDIO -> Optional.empty();
    };
  }

  /** The caption above a question's own text. */
  static String below(Outbound.Media media, String body) {
    return media.caption().map(caption -> caption + "\n\n" + body).orElse(body);
  }

  /** The caption; a sign where there is none, for Octopods takes no empty body. */
  static String body(Outbound.Media media) {
    return media
        .caption()
        .filter(caption -> !caption.isBlank())
        .orElseGet(
            () ->
                switch (media.kind()) {
                  case IMAGE -> "📷";
                  case VIDEO -> "🎬";
                  case DOCUMENT -> "📄";
                  case AUDIO -> "🔊";
                });
  }
}
