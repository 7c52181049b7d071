package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message template as Octopods lists it and WhatsApp renders it. */
record Template(
    int id,
    String name,
    String language,
    Status status,
    boolean active,
    Instant createdAt,
    @Nullable Header header,
    String body,
    @Nullable String footer,
    List<Button> buttons) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\d+)}}");

  enum Status {
    PENDING,
    UNDER_REVIEW,
    NEEDS_MODIFICATION,
    REJECTED,
    ACCEPTED,
    DELETED;

    /** As the list's filter spells it. */
    String filter() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As the list's answer spells it: {@code Accepted}. */
    String word() {
      return name().charAt(0) + filter().substring(1).replace('_', ' ');
    }
  }

  /** The parts of a template that can hold variables, as {@code message_variables} names them. */
  enum Section {
    HEADER,
    BODY,
    FOOTER,
    BUTTONS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@code format} is TEXT, IMAGE, VIDEO or DOCUMENT; only TEXT has a text. */
  record Header(String format, @Nullable String text) {

    boolean isMedia() {
      return !format.equals("TEXT");
    }
  }

  /** A quick reply, or a link when it has a {@code url}. */
  record Button(String text, @Nullable String url) {

    boolean isQuickReply() {
      return url == null;
    }
  }

  boolean hasMediaHeader() {
    return header != null && header.isMedia();
  }

  int placeholders(Section section) {
    return (int)
        PLACEHOLDER.matcher(source(section)).results().map(MatchResult::group).distinct().count();
  }

  /** The section's text with its variables filled in. */
  String filled(Section section, List<String> values) {
    return PLACEHOLDER
        .matcher(source(section))
        .replaceAll(
            found -> Matcher.quoteReplacement(values.get(Integer.parseInt(found.group(1)) - 1)));
  }

  private String source(Section section) {
    return switch (section) {
      case HEADER -> header == null || header.text() == null ? "" : header.text();
      case BODY -> body;
      case FOOTER -> footer == null ? "" : footer;
      case BUTTONS -> linkSources();
    };
  }

  /** Each link numbers its only variable 1; together they count on. */
  private String linkSources() {
    var dynamic =
        buttons.stream().filter(b -> b.url() != null && PLACEHOLDER.matcher(b.url()).find());
    var numbered = new StringBuilder();
    dynamic.forEach(link -> numbered.append("{{").append(numbered.length() / 5 + 1).append("}}"));
    return numbered.toString();
  }

  /** One entry of Octopods' template list. */
  ObjectNode toJson(String accountNumber) {
    var entry =
        Json.object()
            .put("created_at", createdAt.toString())
            .put("template_id", id)
            .put("template_name", name)
            .put("template_body", body);
    putComponents(entry.putArray("template_components"));
    return entry.put("account_phone_number", accountNumber).put("template_status", status.word());
  }

  private void putComponents(ArrayNode components) {
    if (header != null) {
      put(components, "HEADER", header.format(), header.text());
    }
    put(components, "BODY", null, body);
    if (footer != null) {
      put(components, "FOOTER", null, footer);
    }
    if (!buttons.isEmpty()) {
      var list = components.addObject().put("type", "BUTTONS").putArray("buttons");
      buttons.forEach(button -> list.add(toJson(button)));
    }
  }

  private static void put(
      ArrayNode components, String type, @Nullable String format, @Nullable String text) {
    var component = components.addObject().put("type", type);
    if (format != null) {
      component.put("format", format);
    }
    component.put("text", text);
  }

  private static ObjectNode toJson(Button button) {
    var json = Json.object().put("type", button.isQuickReply() ? "QUICK_REPLY" : "URL");
    json.put("text", button.text());
    return button.isQuickReply() ? json : json.put("url", button.url());
  }
}
