package dev.tapflow.engine;

import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Step;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a step sends that asks nothing: a text, media with it as caption, an address to open. */
final class Saying {

  private final Draft draft;
  private final Rendering rendering;
  private final Trimmings trimmings;

  Saying(Draft draft) {
    this.draft = draft;
    this.rendering = new Rendering(draft);
    this.trimmings = new Trimmings(draft, rendering);
  }

  void say(Step.Say say) {
    var words = rendering.words(say.text());
    var media = say.media().flatMap(this::media);
    send(media.map(it -> captioned(it, words)).orElseGet(() -> texts(words)));
  }

  void link(Step.Link link) {
    var body = trimmings.body(link.text());
    var url = rendering.address(link.url());
    // a button that opens nothing is no help; the text may still be
    send(url.map(it -> trimmings.under(body, link(link, it))).orElseGet(() -> plain(body)));
  }

  private Function<String, Outbound> link(Step.Link link, String url) {
    var header = link.header().flatMap(trimmings::header);
    var footer = trimmings.footer(link.footer());
    var label = trimmings.label(link.button());
    return body -> new Outbound.Link(header, body, footer, label, url);
  }

  /** Without a caption; empty where the address comes out as none. */
  Optional<Outbound.Media> media(Attachment attachment) {
    var kind =
        switch (attachment.kind()) {
          case IMAGE -> Outbound.Media.Kind.IMAGE;
          case VIDEO -> Outbound.Media.Kind.VIDEO;
          case DOCUMENT -> Outbound.Media.Kind.DOCUMENT;
          case AUDIO -> Outbound.Media.Kind.AUDIO;
        };
    return rendering
        .address(attachment.url())
        .map(url -> new Outbound.Media(kind, url, Optional.empty()));
  }

  private List<Outbound> captioned(Outbound.Media media, Optional<String> words) {
    var messages = new ArrayList<Outbound>();
    if (words.isEmpty() || media.kind() == Outbound.Media.Kind.AUDIO) {
      messages.add(media);
      messages.addAll(texts(words));
      return messages;
    }
    var pieces = Fitting.split(words.get(), WhatsAppLimits.CAPTION);
    if (pieces.size() > 1) {
      draft.cut("caption split into " + pieces.size());
    }
    messages.add(new Outbound.Media(media.kind(), media.url(), Optional.of(pieces.getFirst())));
    pieces.stream().skip(1).map(Outbound.Text::new).forEach(messages::add);
    return messages;
  }

  private List<Outbound> texts(Optional<String> words) {
    return words.map(this::plain).orElseGet(List::of);
  }

  private List<Outbound> plain(String text) {
    return new Prompt(draft).texts(text);
  }

  private void send(List<Outbound> messages) {
    messages.forEach(message -> draft.send(message, Purpose.STATEMENT, 0));
  }
}
