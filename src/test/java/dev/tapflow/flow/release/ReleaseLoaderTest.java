package dev.tapflow.flow.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tapflow.flow.Finding;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseLoaderTest {

  private static final String FLOW =
      """
      flow: main
      steps:
        hello:
          ask: Hi ${contact.name}
          check: { matches: "[a-z]+" }
          next: end
      """;
  private static final String BOT = "contact: { name: text }\n";
  private static final String BILINGUAL = "languages: [en, fr]\n" + BOT;
  private static final String FRENCH = "hello.ask: Salut ${contact.name}\n";

  private final ReleaseLoader loader = new ReleaseLoader();

  @Test
  void givesARelease() {
    var loaded = loaded(Map.of("bot.yaml", BOT, "main.flow.yaml", FLOW));

    assertThat(loaded.release().flows()).containsOnlyKeys("main");
    assertThat(loaded.release().id()).isEqualTo(loaded.hash().substring(0, 8));
    assertThat(loaded.hash()).matches("[0-9a-f]{64}");
    assertThat(loaded.release().evaluator().matches("[a-z]+", "abc")).isTrue();
  }

  @Test
  void theIdIsTheContentsOfAllFilesAndNothingElse() {
    var plain = loaded(Map.of("bot.yaml", BILINGUAL, "main.flow.yaml", FLOW)).hash();
    var again = loaded(Map.of("main.flow.yaml", FLOW, "bot.yaml", BILINGUAL)).hash();
    var translated =
        loaded(Map.of("bot.yaml", BILINGUAL, "main.flow.yaml", FLOW, "main.fr.yaml", FRENCH))
            .hash();

    assertThat(again).isEqualTo(plain);
    assertThat(translated).isNotEqualTo(plain);
  }

  @Test
  void showsAnExpressionsProblemAtItsCharacter() {
    var rejected = rejected(FLOW.replace("contact.name", "contact.nmae"));

    assertThat(rejected.findings())
        .extracting(it -> it.place().toString(), Finding::line)
        .containsExactly(tuple("main.flow.yaml:4:15", "    ask: Hi ${contact.nmae}"));
  }

  @Test
  void showsAnExpressionsProblemInATranslation() {
    var rejected =
        (LoadResult.Rejected)
            loader.load(
                Map.of(
                    "bot.yaml",
                    BILINGUAL,
                    "main.flow.yaml",
                    FLOW,
                    "main.fr.yaml",
                    FRENCH.replace("contact.name", "contact.nom")));

    assertThat(rejected.findings())
        .filteredOn(it -> it.severity() == Finding.Severity.ERROR)
        .extracting(it -> it.place().toString(), Finding::line)
        .containsExactly(tuple("main.fr.yaml:1:20", "hello.ask: Salut ${contact.nom}"));
  }

  @Test
  void showsABadPatternAtItsPlace() {
    var rejected = rejected(FLOW.replace("[a-z]+", "(?=x)"));

    assertThat(rejected.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("bad-pattern"))
        .satisfies(it -> assertThat(it.place()).hasToString("main.flow.yaml:5:23"));
  }

  @Test
  void aBrokenFileDoesNotHideTheFindingsOfOthers() {
    var result =
        loader.load(
            Map.of(
                "broken.flow.yaml",
                "flow: {",
                "main.flow.yaml",
                FLOW.replace("next: end", "next: gone"),
                "bot.yaml",
                "contact: { name: text }\nteams: 1\n"));

    assertThat(result).isInstanceOf(LoadResult.Rejected.class);
    assertThat(((LoadResult.Rejected) result).findings())
        .extracting(Finding::code)
        .containsExactly("wrong-shape", "yaml-syntax", "unknown-step");
  }

  private LoadResult.Loaded loaded(Map<String, String> files) {
    return (LoadResult.Loaded) loader.load(files);
  }

  private LoadResult.Rejected rejected(String flow) {
    return (LoadResult.Rejected) loader.load(Map.of("bot.yaml", BOT, "main.flow.yaml", flow));
  }
}
