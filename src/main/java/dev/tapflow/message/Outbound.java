package dev.tapflow.message;

import java.util.List;
import java.util.Optional;

/**
 * What the bot says, in its own words and already in the customer's language; a channel translates
 * it to its wire format, or refuses it. Lengths are not checked here: limits belong to channels.
 */
public sealed interface Outbound {

  /** Plain text. */
  record Text(String body) implements Outbound {}

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
   * An approved template.
   *
   * @param name its name in {@code bot.yaml}
   * @param language the language it is sent in
   * @param channelId the channel's own id of it, such as Octopods' numeric one
   * @param values the texts for its placeholders
   */
  record Template(String name, String language, String channelId, TemplateValues values)
      implements Outbound {}

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
