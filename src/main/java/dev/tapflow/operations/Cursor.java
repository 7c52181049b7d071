package dev.tapflow.operations;

import dev.tapflow.inbox.SetAsideEvents.Entry;
import dev.tapflow.inbox.SetAsideEvents.Id;
import dev.tapflow.inbox.SetAsideEvents.Place;
import dev.tapflow.message.ContactKey;
import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place in a list as a word that can stand in a URL. */
final class Cursor {

  private static final String SEPARATOR = "\n";

  private Cursor() {}

  static String write(Entry last) {
    var parts =
        String.join(
            SEPARATOR,
            last.setAsideAt().toString(),
            last.id().contact().text(),
            last.id().externalId());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(parts.getBytes(StandardCharsets.UTF_8));
  }

  static Place read(String word) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
      var parts = text.split(SEPARATOR, 3);
      return new Place(Instant.parse(parts[0]), new Id(ContactKey.parse(parts[1]), parts[2]));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new BadRequestException("Expected the next of a page, but got something else", e);
    }
  }
}
