package dev.tapflow.flow;

import java.util.List;
import java.util.Optional;

/**
 * An approved template with the values of its placeholders, by section.
 *
 * @param name as {@code bot.yaml} declares it
 * @param language empty: the contact's
 * @param media of its header, where it has such a one
 */
public record TemplateCall(
    String name,
    Optional<String> language,
    List<Text> header,
    List<Text> body,
    List<Text> buttons,
    Optional<Attachment> media) {

  public TemplateCall {
    header = List.copyOf(header);
    body = List.copyOf(body);
    buttons = List.copyOf(buttons);
  }
}
