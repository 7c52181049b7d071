package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.message.WhatsAppLimits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A picture, video or document stands above buttons; a list takes only words as its header. */
final class MediaStandsOnButtons implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder)
        .flatMap(
            it ->
                it.step() instanceof Question.Menu menu && hasMedia(menu)
                    ? whyAList(menu).map(why -> finding(folder, it, why)).stream()
                    : Stream.empty());
  }

  private static boolean hasMedia(Question.Menu menu) {
    return menu.header().filter(Header.Media.class::isInstance).isPresent();
  }

  /** Why the menu is a list, at least in one language; empty where it may be buttons in all. */
  private static Optional<String> whyAList(Question.Menu menu) {
    var shown =
        menu.options().stream().filter(it -> !it.hidden() && it.condition().isEmpty()).toList();
    return switch (menu.shape()) {
      case BUTTONS -> Optional.empty();
      case LIST -> Optional.of("it is told to be one");
      case AUTO -> whyAList(menu, shown);
    };
  }

  private static Optional<String> whyAList(Question.Menu menu, List<Option> shown) {
    if (OptionPaths.isInSections(menu)) {
      return Optional.of("it has sections");
    }
    if (shown.size() > WhatsAppLimits.BUTTONS) {
      return Optional.of("it has more than %d options".formatted(WhatsAppLimits.BUTTONS));
    }
    return shown.stream()
        .filter(MediaStandsOnButtons::fitsNoButton)
        .findFirst()
        .map(it -> "the option \"%s\" fits no button".formatted(it.id()));
  }

  private static boolean fitsNoButton(Option option) {
    return option.description().isPresent()
        || option.title().variants().values().stream()
            .map(Text::literalText)
            .anyMatch(it -> WhatsAppLimits.length(it) > WhatsAppLimits.BUTTON_TITLE);
  }

  private static Finding finding(ReadFolder folder, Steps.Located step, String why) {
    return Findings.error(
        folder,
        "media-on-list",
        folder.sources().key(step.flow(), step.path("header")),
        "A list takes only words as its header, and this menu is a list, for %s; send the media in"
                .formatted(why)
            + " a \"say\" before it");
  }
}
