package dev.tapflow.sandbox;

import dev.tapflow.sandbox.Content.Frame;
import dev.tapflow.sandbox.Content.Header;
import dev.tapflow.sandbox.Content.Option;
import dev.tapflow.sandbox.Template.Section;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Renders a template with its variables into what the phone shows. */
final class TemplateContent {

  private TemplateContent() {}

  static Content of(Template template, TemplateVariables.Read variables, Part attachment) {
    var footer =
        template.footer() == null
            ? null
            : template.filled(Section.FOOTER, variables.of(Section.FOOTER));
    var body = template.filled(Section.BODY, variables.of(Section.BODY));
    // what arrives when no payload was set is not documented; it commonly is the button's text
    var replies =
        template.buttons().stream()
            .filter(Template.Button::isQuickReply)
            .map(button -> new Option(button.text(), button.text(), null))
            .toList();
    return new Content.FromTemplate(
        template.id(),
        template.name(),
        new Frame(headerOf(template, variables, attachment), body, footer),
        replies);
  }

  private static @Nullable Header headerOf(
      Template template, TemplateVariables.Read variables, Part attachment) {
    var header = template.header();
    if (header == null) {
      return null;
    }
    return new Header(
        header.format().toLowerCase(Locale.ROOT),
        header.isMedia()
            ? attachment.text()
            : template.filled(Section.HEADER, variables.of(Section.HEADER)));
  }
}
