package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TranslationReadingTest {

  private static final String BOT =
      """
      languages: [en, fr]
      contact: { name: text }
      text_button: { title: Back, goto: "main#ask" }
      commands: { stop: { words: [stop], do: opt_out, say: Bye for good } }
      defaults: { wrong: { say: [First, Second] } }
      """;
  private static final String FLOW =
      """
      flow: main
      steps:
        hello:
          say: Hello ${contact.name}
        ask:
          menu: What?
          options:
            orders: { title: Orders, also: [parcel], description: What you bought }
            other: Other
            "footer": { title: The footer }
          footer: Small
          wrong: { say: [Tap, Please tap] }
          silence: { after: 5m, remind: Still there? }
        listed:
          menu: Which?
          sections:
            - { title: Warm, options: { tea: Tea } }
          next: number
        number:
          ask: Which number?
          check: { matches: "[0-9]+", say: Digits only }
          next: end
      """;

  @Test
  void saysATextInAnotherLanguage() {
    var flow = flow("hello.say: Bonjour ${contact.name}");

    var hello = ((Step.Say) step(flow, "hello")).text();
    assertThat(said(hello, "fr")).isEqualTo("Bonjour {contact.name}");
    assertThat(said(hello, "fr-CA")).isEqualTo("Bonjour {contact.name}");
    assertThat(said(hello, "es")).isEqualTo("Hello {contact.name}");
  }

  @Test
  void nestedMapsMeanTheSameAsDots() {
    var flow =
        flow(
            """
            ask:
              menu: Quoi ?
              options:
                orders.title: Commandes
                orders: { description: Vos achats }
              wrong.say: [Touchez, Touchez donc]
              silence: { remind: Toujours là ? }
            """);

    var menu = (Question.Menu) step(flow, "ask");
    assertThat(said(menu.body(), "fr")).isEqualTo("Quoi ?");
    var orders = menu.options().getFirst();
    assertThat(said(orders.title(), "fr")).isEqualTo("Commandes");
    assertThat(said(orders.description().orElseThrow(), "fr")).isEqualTo("Vos achats");
    assertThat(menu.exits().wrong().say())
        .extracting(it -> said(it, "fr"))
        .containsExactly("Touchez", "Touchez donc");
    assertThat(said(menu.exits().silence().orElseThrow().remind().orElseThrow(), "fr"))
        .isEqualTo("Toujours là ?");
  }

  @Test
  void anOptionsTitleMayBeWrittenShort() {
    for (var key :
        List.of("ask.options.other", "ask.other", "ask.other.title", "ask.options.other.title")) {
      var menu = (Question.Menu) step(flow(key + ": Autre"), "ask");
      assertThat(said(menu.options().get(1).title(), "fr")).as(key).isEqualTo("Autre");
    }
    for (var key : List.of("ask.options.orders", "ask.orders", "ask.orders.title")) {
      var menu = (Question.Menu) step(flow(key + ": Achats"), "ask");
      assertThat(said(menu.options().getFirst().title(), "fr")).as(key).isEqualTo("Achats");
    }
  }

  @Test
  void aFieldIsMeantBeforeAnOptionOfItsName() {
    var menu = (Question.Menu) step(flow("ask.footer: Petit\nask.options.footer: Pied"), "ask");

    assertThat(said(menu.footer().orElseThrow(), "fr")).isEqualTo("Petit");
    assertThat(said(menu.options().getLast().title(), "fr")).isEqualTo("Pied");
  }

  @Test
  void anOptionOfASectionNeedsNoNumber() {
    var flow = flow("listed.sections.0.title: Chaud\nlisted.tea: Thé");

    var menu = (Question.Menu) step(flow, "listed");
    assertThat(said(menu.options().getFirst().title(), "fr")).isEqualTo("Thé");
    assertThat(folder("listed.sections.0.title: Chaud\nlisted.tea: Thé").findings()).isEmpty();
  }

  @Test
  void wordsOfATranslationAreUnderstoodBesideTheOthers() {
    var menu =
        (Question.Menu)
            step(flow("ask.orders.also: [colis, paquet]\nask.options.other.also: autre"), "ask");

    assertThat(menu.options())
        .extracting(Option::also)
        .containsExactly(List.of("parcel", "colis", "paquet"), List.of("autre"), List.of());
  }

  @Test
  void aCheckMayBeWrittenAsAListOrNot() {
    for (var key : List.of("number.check.say", "number.check.0.say")) {
      var ask = (Question.Ask) step(flow(key + ": Des chiffres"), "number");
      var check = (Check.Matches) ask.checks().getFirst();
      assertThat(said(check.say().orElseThrow(), "fr")).isEqualTo("Des chiffres");
    }
  }

  @Test
  void translatesWhatAllFlowsShare() {
    var folder =
        folder(
            "",
            """
            commands.stop.say: Adieu
            text_button.title: Retour
            defaults: { wrong.say: [Un, Deux], button: Choisir, next_page: Suite }
            """);

    var stop = (Bot.Action.OptOut) bot(folder).commands().get("stop").action();
    assertThat(said(stop.say().orElseThrow(), "fr")).isEqualTo("Adieu");
    assertThat(said(bot(folder).textButton().orElseThrow().title(), "fr")).isEqualTo("Retour");
    assertThat(said(bot(folder).listButton(), "fr")).isEqualTo("Choisir");
    assertThat(said(bot(folder).listButton(), "en")).isEqualTo("Options");
    assertThat(said(bot(folder).nextPage(), "fr")).isEqualTo("Suite");
    var ask = (Question.Ask) step(Objects.requireNonNull(folder.flows().get("main")), "number");
    assertThat(ask.exits().wrong().say())
        .extracting(it -> said(it, "fr"))
        .containsExactly("Un", "Deux");
  }

  @Test
  void expressionsOfATranslationBelongToTheirStep() {
    var folder = folder("hello.say: \"Salut ${upper(contact.name)}\"");

    assertThat(folder.expressions())
        .filteredOn(it -> it.occurrence().expression().source().startsWith("upper"))
        .singleElement()
        .satisfies(it -> assertThat(it.occurrence().step()).isEqualTo("hello"))
        .satisfies(it -> assertThat(it.place(0)).hasToString("flows/main.fr.yaml:1:21"));
  }

  @Test
  void tellsWhereATextIsSaidInALanguage() {
    var sources = folder("ask.orders: Commandes").sources();

    var path = new String[] {"steps", "ask", "options", "orders", "title"};
    assertThat(sources.said("main", "fr", path)).isEqualTo(new Place("flows/main.fr.yaml", 1, 13));
    assertThat(sources.said("main", "", path)).isEqualTo(new Place("flows/main.flow.yaml", 8, 24));
    assertThat(sources.said("main", "es", path))
        .isEqualTo(new Place("flows/main.flow.yaml", 8, 24));
  }

  @Test
  void whatIsWrongIsFoundInTheTranslation() {
    var folder = folder("hello.say: Bonjour ${contact.name\nask.menu: Quoi ?\nask: { menu: Oui }");

    assertThat(folder.findings())
        .extracting(it -> it.place() + " " + it.code())
        .containsExactlyInAnyOrder(
            "flows/main.fr.yaml:1:20 unclosed-insertion", "flows/main.fr.yaml:3:8 duplicate-key");
  }

  private static Flow flow(String french) {
    var folder = folder(french);
    assertThat(folder.findings()).isEmpty();
    return Objects.requireNonNull(folder.flows().get("main"));
  }

  private static Bot bot(ReadFolder folder) {
    assertThat(folder.findings()).isEmpty();
    return folder.bot();
  }

  private static ReadFolder folder(String french) {
    return folder(french, "");
  }

  private static ReadFolder folder(String french, String frenchBot) {
    var files = new HashMap<>(Map.of("flows/bot.yaml", BOT, "flows/main.flow.yaml", FLOW));
    Map.of("flows/main.fr.yaml", french, "flows/bot.fr.yaml", frenchBot)
        .forEach((name, text) -> putUnlessEmpty(files, name, text));
    return FolderReader.read(files);
  }

  private static void putUnlessEmpty(Map<String, String> files, String name, String text) {
    if (!text.isEmpty()) {
      files.put(name, text);
    }
  }

  private static Step step(Flow flow, String name) {
    return flow.step(name).orElseThrow();
  }

  private static String said(Text text, String language) {
    return text.in(language).stream()
        .map(
            it ->
                switch (it) {
                  case Text.Part.Literal(var literal) -> literal;
                  case Text.Part.Inserted(var expression) -> "{" + expression.source() + "}";
                })
        .collect(Collectors.joining());
  }
}
