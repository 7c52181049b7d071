package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Approved templates in the language nearest to the customer's. */
final class Templates {

  private final Draft draft;

  Templates(Draft draft) {
    this.draft = draft;
  }

  /** The template of a step; empty, and noted, where the bot declares none of that name. */
  Optional<Outbound> of(Step.SendTemplate step) {
    return called(step.template(), List.of());
  }

  /** One that asks: its quick replies carry the options' ids. */
  Optional<Outbound> of(Question.AskByTemplate question) {
    var at = draft.current().at();
    var replies =
        MenuCard.of(draft, question).visible().stream()
            .map(
                row ->
                    new Outbound.Choice(
                        new ReplyId.Option(draft.release().id(), at.flow(), at.step(), row.id())
                            .text(),
                        row.title(),
                        Optional.empty()))
            .toList();
    return called(question.template(), replies);
  }

  /** The template that asks a customer back; empty where the bot has none. */
  Optional<Outbound> reopening() {
    return draft
        .bot()
        .outsideWindow()
        .flatMap(
            name ->
                named(
                    name,
                    draft.language(),
                    Outbound.TemplateValues.none(),
                    Optional.empty(),
                    List.of()));
  }

  private Optional<Outbound> called(TemplateCall call, List<Outbound.Choice> replies) {
    var values =
        new Outbound.TemplateValues(
            filled(call.header()), filled(call.body()), lines(call.buttons()));
    var trimmings = new Trimmings(draft, new Rendering(draft));
    return named(
        call.name(),
        call.language().orElseGet(draft::language),
        values,
        call.media().flatMap(trimmings::above),
        replies);
  }

  private Optional<Outbound> named(
      String name,
      String language,
      Outbound.TemplateValues values,
      Optional<Outbound.Header> header,
      List<Outbound.Choice> replies) {
    var ids = draft.bot().templates().getOrDefault(name, Map.of());
    var chosen = nearest(ids, language);
    if (chosen.isEmpty()) {
      draft.failed(name, "the template has no id in any language");
    }
    return chosen.map(
        it -> new Outbound.Template(name, it.getKey(), it.getValue(), values, header, replies));
  }

  private Optional<Map.Entry<String, String>> nearest(Map<String, String> ids, String language) {
    var sorted = new TreeMap<>(ids);
    var base = language.split("[-_]", 2)[0];
    return Stream.concat(
            Stream.of(language, base, draft.bot().defaultLanguage()), sorted.keySet().stream())
        .filter(sorted::containsKey)
        .findFirst()
        .map(found -> Map.entry(found, sorted.get(found)));
  }

  /** WhatsApp takes no empty value; a button's may only be left as it is, it ends an address. */
  private List<String> filled(List<Text> texts) {
    return lines(texts).stream().map(it -> it.isEmpty() ? Trimmings.NOTHING : it).toList();
  }

  /** A value has no line ends (source: WhatsApp "Message templates", parameters). */
  private List<String> lines(List<Text> texts) {
    var rendering = new Rendering(draft);
    return texts.stream().map(rendering::text).map(Fitting::oneLine).toList();
  }
}
