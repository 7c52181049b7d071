package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.message.WhatsAppLimits;
import java.util.List;
import java.util.stream.Stream;

/** A menu has as many options and sections as WhatsApp shows. */
final class MenuFitsWhatsApp implements Rule {

  private static final String TOO_MANY = "too-many-options";

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder)
        .flatMap(
            it ->
                it.step() instanceof Question.Menu menu ? check(folder, it, menu) : Stream.empty());
  }

  private static Stream<Finding> check(ReadFolder folder, Steps.Located step, Question.Menu menu) {
    var verb = folder.sources().key(step.flow(), step.path("menu"));
    // what could not be read is no option here and was found already
    boolean whole = !folder.doubtful().contains(step.flow());
    return Stream.concat(options(folder, menu, verb, whole), sections(folder, menu, verb, whole));
  }

  private static Stream<Finding> options(
      ReadFolder folder, Question.Menu menu, Place verb, boolean whole) {
    var shown = menu.options().stream().filter(it -> !it.hidden()).toList();
    if (shown.isEmpty() && whole && menu.offer() instanceof Offer.Written) {
      return Stream.of(
          Findings.error(
              folder, "no-options", verb, "The menu shows no option; nobody could go on"));
    }
    // a list that is longer than WhatsApp shows has pages
    return menu.shape() == Question.Shape.BUTTONS
        ? buttons(folder, verb, shown, menu.offer())
        : Stream.empty();
  }

  private static Stream<Finding> buttons(
      ReadFolder folder, Place verb, List<Option> shown, Offer offer) {
    long always = shown.stream().filter(it -> it.condition().isEmpty()).count();
    if (always > WhatsAppLimits.BUTTONS) {
      return Stream.of(Findings.error(folder, TOO_MANY, verb, tooMany(always)));
    }
    if (offer instanceof Offer.FromData) {
      return Stream.of(
          Findings.warning(
              folder,
              TOO_MANY,
              verb,
              "How long the list is shows at run time, and WhatsApp shows at most %d buttons"
                      .formatted(WhatsAppLimits.BUTTONS)
                  + ": leave out \"as: buttons\" for a list"));
    }
    return shown.size() > WhatsAppLimits.BUTTONS
        ? Stream.of(
            Findings.warning(
                folder, TOO_MANY, verb, "If all conditions hold at once: " + tooMany(shown.size())))
        : Stream.empty();
  }

  private static String tooMany(long shown) {
    return "%d options; WhatsApp shows at most %d buttons: leave out \"as: buttons\" for a list"
        .formatted(shown, WhatsAppLimits.BUTTONS);
  }

  private static Stream<Finding> sections(
      ReadFolder folder, Question.Menu menu, Place verb, boolean whole) {
    var groups = OptionPaths.groups(menu);
    var findings = Stream.<Finding>builder();
    if (groups.size() > WhatsAppLimits.SECTIONS) {
      var message = "%d sections; WhatsApp shows at most %d";
      findings.add(
          Findings.error(
              folder,
              "too-many-sections",
              verb,
              message.formatted(groups.size(), WhatsAppLimits.SECTIONS)));
    }
    if (menu.shape() == Question.Shape.BUTTONS && OptionPaths.isInSections(menu)) {
      findings.add(
          Findings.error(
              folder, "sections-as-buttons", verb, "Buttons have no sections; write \"as: list\""));
    }
    if (groups.size() > 1 && groups.stream().anyMatch(it -> it.title().isEmpty())) {
      findings.add(
          Findings.error(
              folder, "untitled-section", verb, "Of several sections each needs a title"));
    }
    if (groups.size() > 1 && whole && groups.stream().anyMatch(it -> it.options().isEmpty())) {
      findings.add(
          Findings.error(
              folder, "empty-section", verb, "A section without options is refused by WhatsApp"));
    }
    return findings.build();
  }
}
