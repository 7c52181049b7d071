package dev.tapflow.flow.lint;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Bot.ChannelDeclaration;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.lint.length.Lengths;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.message.WhatsAppLimits;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No text is longer than WhatsApp takes it in its place, in any language and with the longest
 * values that are known. One whose length shows only at run time may be cut there.
 */
final class TextsFitWhatsApp implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    int plain = plainText(folder.bot());
    var lengths = new Lengths(folder.bot(), folder.flows().values());
    return Stream.concat(
            Steps.of(folder).flatMap(it -> new StepTexts(folder, it, plain).all()),
            SharedTexts.of(folder, plain))
        .flatMap(it -> check(folder, lengths, it))
        .filter(it -> !isGuess(folder, it));
  }

  /** Where a file has errors, what its values are is known in part only. */
  private static boolean isGuess(ReadFolder folder, Finding finding) {
    return finding.severity() == Finding.Severity.WARNING
        && folder.doubtful().stream()
            .anyMatch(it -> folder.sources().key(it).file().equals(finding.place().file()));
  }

  /** Where a channel sends plain text as the body of a button, a body's limit holds. */
  private static int plainText(Bot bot) {
    boolean asBody =
        bot.channels().values().stream()
            .anyMatch(
                it ->
                    it.kind() == ChannelDeclaration.Kind.OCTOPODS
                        && it.text() == ChannelDeclaration.TextRoute.BUTTON);
    return asBody ? WhatsAppLimits.BODY : WhatsAppLimits.PLAIN_TEXT;
  }

  private static Stream<Finding> check(ReadFolder folder, Lengths lengths, Measured measured) {
    return measured.text().variants().entrySet().stream()
        .flatMap(it -> check(folder, lengths, measured, it.getKey(), it.getValue()).stream());
  }

  private static Optional<Finding> check(
      ReadFolder folder, Lengths lengths, Measured text, String language, Text said) {
    var length = lengths.of(said);
    if (length.exceeds(text.most())) {
      var has = said.asLiteral().isPresent() ? "has" : "can have";
      return Optional.of(
          Findings.error(
              folder,
              "too-long",
              text.place().apply(language),
              "%s %s %d characters; WhatsApp takes at most %d"
                  .formatted(text.what(), has, length.certain(), text.most())));
    }
    return length.mayExceed(text.most())
        ? Optional.of(
            Findings.warning(
                folder,
                "may-be-cut",
                text.place().apply(language),
                ("%s may be longer than the %d characters that WhatsApp takes, which shows at run"
                        + " time; it is then %s (a contact field may declare \"max\")")
                    .formatted(text.what(), text.most(), text.cut().words())))
        : Optional.empty();
  }
}
