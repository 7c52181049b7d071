package dev.tapflow.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the bot says, in its own words and already in the customer's language; a channel translates
 * it to its wire format, or refuses it. Lengths are not checked here: limits belong to channels.
 */
public sealed interface Outbound {

  /** Plain text. */
  record Text(String body) implements Outbound {}

  /**
   * A picture, video, document or sound.
   *
   * @param url where WhatsApp fetches it, public
   * @param caption below it; a sound has none
   */
  record Media(Kind kind, String url, Optional<String> caption) implements Outbound {

    /** What WhatsApp shows it as. */
    public enum Kind {
      IMAGE,
      VIDEO,
      DOCUMENT,
      AUDIO
    }
  }

  /** A question with one to three reply buttons. */
  record Buttons(
      Optional<Header> header, String body, Optional<String> footer, List<Choice> choices)
      implements Outbound {
    public Buttons {
      choices = List.copyOf(choices);
    }
  }

  /** A question whose options open as a list. */
  record Options(
      Optional<Header> header,
      String body,
      Optional<String> footer,
      String button,
      List<Section> sections)
      implements Outbound {
    public Options {
      sections = List.copyOf(sections);
    }
  }

  /**
   * A form (a WhatsApp Flow) that opens by a button.
   *
   * @param button at most 20 code points
   * @param flowId Meta's id of the form
   * @param token comes back with the answer; a {@link ReplyId.Form}, signed when it leaves
   * @param screen the screen it opens at; empty: the form's own first, asked of its endpoint
   * @param data what the screen is given: text, Boolean, Long, Double, List, Map
   */
  record Form(
      Optional<Header> header,
      String body,
      Optional<String> footer,
      String button,
      String flowId,
      String token,
      Optional<String> screen,
      Map<String, Object> data)
      implements Outbound {

    public Form {
      data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
  }

  /** One product of a catalog. */
  record Product(String body, Optional<String> footer, String catalog, String item)
      implements Outbound {}

  /** Some products of a catalog, under headings. The header is a must. */
  record Products(
      String header, String body, Optional<String> footer, String catalog, List<Shelf> shelves)
      implements Outbound {

    public Products {
      shelves = List.copyOf(shelves);
    }
  }

  /** Products under one heading; the heading may be missing where there is one shelf only. */
  record Shelf(Optional<String> title, List<String> items) {

    public Shelf {
      items = List.copyOf(items);
    }
  }

  /**
   * The whole catalog of the business.
   *
   * @param thumbnail the product whose picture stands for it
   */
  record Catalog(String body, Optional<String> footer, Optional<String> thumbnail)
      implements Outbound {}

  /** A button that opens an address in the browser. */
  record Link(
      Optional<Header> header, String body, Optional<String> footer, String button, String url)
      implements Outbound {}

  /** A question that a button answers with where the customer is. */
  record LocationRequest(String body) implements Outbound {}

  /**
   * An approved template.
   *
   * @param name its name in {@code bot.yaml}
   * @param language the language it is sent in
   * @param channelId the channel's own id of it, such as Octopods' numeric one
   * @param values the texts for its placeholders
   * @param header the media of its header, where it has such a one
   * @param replies its quick replies in order, where they answer a question
   */
  record Template(
      String name,
      String language,
      String channelId,
      TemplateValues values,
      Optional<Header> header,
      List<Choice> replies)
      implements Outbound {

    public Template {
      replies = List.copyOf(replies);
    }

    /** One that says something and asks nothing. */
    public Template(String name, String language, String channelId, TemplateValues values) {
      this(name, language, channelId, values, Optional.empty(), List.of());
    }
  }

  /** Above the body of a message. */
  sealed interface Header {

    record Words(String text) implements Header {}

    record Picture(String url) implements Header {}

    record Film(String url) implements Header {}

    record Paper(String url) implements Header {}
  }

  /** A button or row. Without a description it can be either. */
  record Choice(String id, String title, Optional<String> description) {}

  /** Rows under one heading; the heading may be missing where there is one section only. */
  record Section(Optional<String> title, List<Choice> choices) {
    public Section {
      choices = List.copyOf(choices);
    }
  }

  /** Values for placeholders, by the section of the template they stand in. */
  record TemplateValues(List<String> header, List<String> body, List<String> buttons) {
    public TemplateValues {
      header = List.copyOf(header);
      body = List.copyOf(body);
      buttons = List.copyOf(buttons);
    }

    /** For a template without placeholders. */
    public static TemplateValues none() {
      return new TemplateValues(List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
      return header.isEmpty() && body.isEmpty() && buttons.isEmpty();
    }
  }

  /** Outside the 24-hour window nothing but templates reaches a customer. */
  default boolean isFree() {
    return !(this instanceof Template);
  }
}
