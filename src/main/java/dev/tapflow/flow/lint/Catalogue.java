package dev.tapflow.flow.lint;

import static dev.tapflow.flow.Finding.Severity.ERROR;
import static dev.tapflow.flow.Finding.Severity.WARNING;

import dev.tapflow.flow.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every code that a finding can have, with what it means: of use to documents and to tools. */
public final class Catalogue {

  /**
   * One code.
   *
   * @param severity as a rule; a finding that depends on conditions may be milder
   * @param summary one sentence
   */
  public record Entry(String code, Finding.Severity severity, String summary) {}

  private static final List<Entry> FILES =
      List.of(
          error("yaml-syntax", "The file is no YAML."),
          error("not-utf8", "The file is not written in UTF-8."),
          error("too-large", "The file is larger than 1 MiB."),
          error("too-deep", "Maps and lists stand too deep in one another."),
          error("too-many-aliases", "The file uses too many YAML aliases."),
          error("too-many-documents", "The file holds more than one YAML document."),
          error("empty-file", "The file says nothing."),
          error("duplicate-key", "A key stands in its map a second time."),
          error("unknown-key", "A key is not known at its place."),
          error("missing-key", "A key is missing that its map must have."),
          error("missing-value", "A key has no value."),
          error("wrong-shape", "A map, a list or a plain value stands where another belongs."),
          error("no-steps", "A flow has no step."),
          error("no-verb", "A step does not say what it does."),
          error("two-verbs", "A step does more than one thing."),
          error("flow-name", "A flow is called otherwise than its file."),
          warning("not-read", "A file looks like one of a flow but is not read."));

  private static final List<Entry> VALUES =
      List.of(
          error("bad-name", "A name has characters it may not have, or too many."),
          error("bad-target", "This is no step, flow#step or end."),
          error("bad-variable", "This is no vars.name or contact.name."),
          error("bad-duration", "This is no duration such as 90s, 10m, 2h or 1d."),
          error("bad-value", "This is not one of the words or numbers that may stand here."),
          error("bad-setting", "A setting for a constant of bot.yaml does not fit it."),
          error("bad-hours", "These are no opening hours."),
          error("bad-pattern", "The pattern is none that RE2 or the calendar understands."),
          error("empty-text", "A text that customers read says nothing."),
          error("type-error", "A value cannot be read as the type of its target."),
          error("unclosed-insertion", "A ${ is never closed."),
          error("empty-expression", "Nothing stands where an expression belongs."),
          error("bare-expression", "A condition is written inside ${ }."),
          error("expression-syntax", "The expression cannot be read."),
          error("expression-type", "The types in the expression do not fit."),
          error("expression-too-large", "The expression is longer or deeper than is allowed."),
          error("secret-not-allowed", "A secret stands where it may not, or is not declared."),
          error("unknown-variable", "The expression names a variable that nothing sets."),
          error("unknown-function", "The expression calls a function that does not exist."),
          warning("comment-swallows-text", "A # cuts a text off: the rest is a comment."));

  private static final List<Entry> NAMES =
      List.of(
          error("unknown-step", "A target names a step that does not exist."),
          error("unknown-flow", "A target names a flow that does not exist."),
          error("unknown-template", "bot.yaml has no template of this name."),
          error("unknown-team", "bot.yaml has no team of this name."),
          error(
              "unknown-template-language", "bot.yaml does not have the template in this language."),
          error("unknown-hours", "bot.yaml has no opening hours of this name."),
          error("unknown-contact-field", "bot.yaml declares no contact field of this name."),
          error("unknown-language", "A translation is to a language that the bot does not speak."));

  private static final List<Entry> TRANSLATIONS =
      List.of(
          error("not-a-text", "A translation changes what is no text."),
          warning("missing-translation", "Texts are not translated to a language of the bot."),
          warning("orphaned-translation", "A translation is for a text that is not there."),
          warning("other-placeholders", "A translation inserts something else."));

  private static final List<Entry> WAYS =
      List.of(
          error("unreachable-step", "Nothing leads to the step."),
          error("dead-end", "Below the last step there is none, and its end is not written."),
          error("missing-else", "A branch does not say where to go when nothing holds."),
          error("after-else", "A case below else can never be taken."),
          error("loop", "Steps lead round in a circle in which nobody is waited for."),
          error("endless-calls", "Sub-flows call each other and never come back."),
          warning("moved-exists", "A step is said to have moved and is still there."),
          warning("returns-unused", "A flow does not end where it says what it returns."),
          warning("nothing-returned", "A call keeps what its flow never returns."),
          warning("clashing-words", "A word starts two flows, or is a command."),
          warning("command-word", "An option is called like a command."),
          error("two-new-conversations", "Two flows of a channel take new conversations."));

  private static final List<Entry> WHATSAPP =
      List.of(
          error("duplicate-title", "Two options have the same title."),
          error("no-options", "A menu shows no option."),
          error("too-many-options", "A menu shows more options than its form can."),
          error("too-many-sections", "There are more sections than WhatsApp shows."),
          error("sections-as-buttons", "Buttons have no sections."),
          error("untitled-section", "Of several sections one has no title."),
          error("empty-section", "A section has no options."),
          error("too-many-products", "A message shows more products than WhatsApp takes."),
          error("media-on-list", "A list has no room for a picture, video or document."),
          error("not-on-channel", "A channel does not take this kind of message."),
          warning("other-values", "A template gets more or fewer values than elsewhere."),
          error("too-long", "A text is longer than WhatsApp takes it."),
          warning("may-be-cut", "A text may be longer at run time than WhatsApp takes it."),
          warning("ambiguous-word", "A synonym is understood as another option too."),
          warning("never-said", "A text for wrong answers can never be said."));

  private static final List<Entry> WINDOW =
      List.of(
          warning("window-closed", "A free message always meets a closed 24-hour window."),
          warning("window-may-be-closed", "A free message may meet a closed 24-hour window."),
          warning("long-wait", "A free message follows a wait of 24 hours or more."));

  private static final List<Entry> CALLS =
      List.of(
          warning("no-timeout", "A call does not say how long it may take."),
          warning("looks-like-secret", "A secret seems to be written into a flow."));

  /** All codes, by subject. */
  public static final List<Entry> ALL =
      Stream.of(FILES, VALUES, NAMES, TRANSLATIONS, WAYS, WHATSAPP, WINDOW, CALLS)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Entry> BY_CODE =
      ALL.stream().collect(Collectors.toMap(Entry::code, Function.identity()));

  private Catalogue() {}

  /** What a code means; empty where there is none such. */
  public static Optional<Entry> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  private static Entry error(String code, String summary) {
    return new Entry(code, ERROR, summary);
  }

  private static Entry warning(String code, String summary) {
    return new Entry(code, WARNING, summary);
  }
}
