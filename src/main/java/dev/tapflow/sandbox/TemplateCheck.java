package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.ifGiven;

import dev.tapflow.sandbox.Template.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template send must keep; Octopods, "WhatsApp template messages API". */
final class TemplateCheck {

  private static final int TEXT_TOO_LONG = 132005;
  private static final int FORMAT_MISMATCH = 132012;

  /** Meta: a parameter has no new line, no tab and no more than four spaces in a row. */
  private static final Pattern UNSENDABLE = Pattern.compile("[\\n\\r\\t]| {5,}");

  private TemplateCheck() {}

  /** The fields around the variables. */
  static Optional<Refusal> refusalOf(Part request, Template template) {
    return all(
            OctopodsRules.envelope(),
            at("destination_user_name", ifGiven(OctopodsRules.text())),
            at("header_attachment_url", attachment(template)))
        .check(request);
  }

  private static Rule attachment(Template template) {
    return template.hasMediaHeader()
        ? all(OctopodsRules.text(), TemplateCheck::publicLink)
        : part -> Optional.empty();
  }

  private static Optional<Refusal> publicLink(Part part) {
    return PublicLink.isOne(part.text())
        ? Optional.empty()
        : Optional.of(Refusal.mismatch(part, "a link that is publicly reachable"));
  }

  /** As many variables as there are placeholders, and such that WhatsApp takes them. */
  static Optional<Refusal> refusalOf(TemplateVariables.Read variables, Template template) {
    return sections()
        .map(section -> count(section, variables.of(section), template))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> unsendable(variables))
        .or(() -> tooLong(variables, template));
  }

  private static Stream<Section> sections() {
    return Arrays.stream(Section.values());
  }

  private static Optional<Refusal> count(Section section, List<String> given, Template template) {
    int expected = template.placeholders(section);
    return given.size() == expected
        ? Optional.empty()
        : Optional.of(Refusal.variableCount(section.word(), expected, given.size()));
  }

  private static Optional<Refusal> unsendable(TemplateVariables.Read variables) {
    return sections()
            .flatMap(section -> variables.of(section).stream())
            .anyMatch(value -> value.isBlank() || UNSENDABLE.matcher(value).find())
        ? Optional.of(
            Refusal.whatsApp(
                FORMAT_MISMATCH,
                "Param text cannot be empty, nor have new-line or tab characters or more than 4"
                    + " consecutive spaces"))
        : Optional.empty();
  }

  private static Optional<Refusal> tooLong(TemplateVariables.Read variables, Template template) {
    return isLonger(template.filled(Section.BODY, variables.of(Section.BODY)), 1024)
            || isLonger(template.filled(Section.HEADER, variables.of(Section.HEADER)), 60)
        ? Optional.of(Refusal.whatsApp(TEXT_TOO_LONG, "Template: translated text too long"))
        : Optional.empty();
  }

  private static boolean isLonger(String text, int most) {
    return text.codePointCount(0, text.length()) > most;
  }
}
