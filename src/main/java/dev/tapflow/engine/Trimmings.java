package dev.tapflow.engine;

import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What stands around and under a body, made to fit; what was cut, split or left out is noted. */
final class Trimmings {

  /** Stands where a text came out empty that WhatsApp asks for. */
  static final String NOTHING = "…";

  private final Draft draft;
  private final Rendering rendering;

  Trimmings(Draft draft, Rendering rendering) {
    this.draft = draft;
    this.rendering = rendering;
  }

  /** A text that must be there. */
  String body(Text text) {
    var words = rendering.words(text);
    if (words.isEmpty()) {
      draft.failed(text.literalText(), "the text came out empty");
    }
    return words.orElse(NOTHING);
  }

  /** The message with as much of the body as it takes, and before it texts with what does not. */
  List<Outbound> under(String body, Function<String, Outbound> message) {
    var pieces = Fitting.split(body, WhatsAppLimits.BODY);
    if (pieces.size() > 1) {
      draft.cut("body split into " + pieces.size());
    }
    var messages = new ArrayList<Outbound>();
    pieces.subList(0, pieces.size() - 1).forEach(piece -> messages.add(new Outbound.Text(piece)));
    messages.add(message.apply(pieces.getLast()));
    return messages;
  }

  /** Empty where it renders to nothing. */
  Optional<Outbound.Header> header(Header header) {
    return switch (header) {
      case Header.Words(var text) -> line(text).map(this::words);
      case Header.Media(var attachment) -> above(attachment);
    };
  }

  private Outbound.Header words(String text) {
    return new Outbound.Header.Words(cut("header", text, WhatsAppLimits.TEXT_HEADER));
  }

  /** A header of words that must be there. */
  String title(Text header) {
    return cut("header", line(header).orElse(NOTHING), WhatsAppLimits.TEXT_HEADER);
  }

  /** Above a body or in a template; a sound stands nowhere above. */
  Optional<Outbound.Header> above(Attachment attachment) {
    return rendering
        .address(attachment.url())
        .flatMap(
            url ->
                switch (attachment.kind()) {
                  case IMAGE -> Optional.of(new Outbound.Header.Picture(url));
                  case VIDEO -> Optional.of(new Outbound.Header.Film(url));
                  case DOCUMENT -> Optional.of(new Outbound.Header.Paper(url));
                  case AUDIO -> Optional.empty();
                });
  }

  Optional<String> footer(Optional<Text> footer) {
    return footer
        .flatMap(rendering::words)
        .map(words -> cut("footer", words, WhatsAppLimits.FOOTER));
  }

  /** What a button that opens something says; the bot's own word where the step names none. */
  String label(Optional<Text> button) {
    var label = button.flatMap(this::line).or(() -> line(draft.bot().listButton()));
    return cut("button", label.orElse(NOTHING), WhatsAppLimits.LIST_BUTTON);
  }

  /** Above some of the rows or products; WhatsApp asks for one where there are several. */
  Optional<String> heading(Optional<Text> title, boolean needed) {
    return title
        .flatMap(this::line)
        .map(words -> cut("section title", words, WhatsAppLimits.SECTION_TITLE))
        .or(() -> needed ? Optional.of(NOTHING) : Optional.empty());
  }

  String cut(String what, String words, int limit) {
    var fitted = Fitting.cut(words, limit);
    if (!fitted.equals(words)) {
      draft.cut(what);
    }
    return fitted;
  }

  private Optional<String> line(Text text) {
    return rendering.words(text).map(Fitting::oneLine).filter(words -> !words.isEmpty());
  }
}
