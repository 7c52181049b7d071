package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.tapflow.flow.lint.Linter;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file says, it gives a flow or findings, and never an exception. */
class AnyTextTest {

  private static final String GOOD =
      """
      flow: main
      triggers: [{ words: [hi] }]
      steps:
        pick:
          menu: Which ${vars.x}?
          options: { a: { title: A, goto: end }, b: B }
          silence: { after: 5m, give_up: { after: 1h, goto: ask } }
        ask:
          ask: "How many?"
          check: [{ matches: "[0-9]+" }, { if: input.value > 1, say: More }]
        choose:
          branch: [{ if: vars.x, goto: pick }, { else: end }]
        agent:
          handover: team
          timeout: { after: 5m, goto: end }
        look_up:
          http: { post: "https://a.example/${vars.x}", headers: { A: b }, body: { c: [d] } }
          save: { vars.e: "${response.e}" }
          on_status: { 404: pick }
          on_error: end
        data:
          menu: Which?
          header: { image: "${vars.f}" }
          options: { each: vars.all, as: g, title: "${g.h}", more: { i: J }, empty: end }
        shop: { products: These?, catalog: 7, header: K, sections: [{ title: L, items: [m] }] }
        form: { form: Fill in, flow_id: 1, data: { n: [o] } }
        back: { template: p, options: { q: R }, media: { image: https://a.example } }
        remind: { later: main#pick, at: "08:00", with: { s: t } }
        off: { later: { cancel: main } }
        pause: { wait: { for: 1h, until: "2026-12-24" } }
        label: { tag: { add: [u], remove: v } }
        lot: { split: [{ weight: 1, goto: pick }] }
        sub: { call: main, with: { w: x }, returns: { y: [z] } }
        see: { link: Look, url: https://a.example, button: Open, next: end }
      moved: { older: pick }
      """;

  private static final String FRENCH =
      """
      pick:
        menu: Quoi, ${vars.x} ?
        options.a: { title: Alpha, also: [un, deux] }
        b: Bêta
      ask.check.0.say: "Plus ${input.value}"
      data.options.more.i: [J]
      shop.sections: [{ title: L }]
      """;

  @Property(tries = 500)
  void anyTextIsReadOrFound(@ForAll String text) {
    read(text);
  }

  @Property(tries = 1000)
  void aFlowWithAPieceOfSomethingElseIsReadOrFound(
      @ForAll("pieces") String piece, @ForAll("positions") int at, @ForAll("positions") int cut) {
    int from = at % GOOD.length();
    read(GOOD.substring(0, from) + piece + GOOD.substring(Math.min(GOOD.length(), from + cut % 9)));
  }

  @Property(tries = 500)
  void aTranslationWithAPieceOfSomethingElseIsReadOrFound(
      @ForAll("pieces") String piece, @ForAll("positions") int at, @ForAll("positions") int cut) {
    int from = at % FRENCH.length();
    translate(
        FRENCH.substring(0, from)
            + piece
            + FRENCH.substring(Math.min(FRENCH.length(), from + cut % 9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s%1$d.say: A\n", "s%1$d.sya: A\n", "s%1$d: { next: A }\n", "s1.say: A\n"})
  void theSameLineOfATranslationManyTimesIsFoundInTime(String line) {
    var flow = new StringBuilder("flow: main\nsteps:\n");
    var french = new StringBuilder();
    for (int i = 0; french.length() < 30_000; i++) {
      flow.append("  s%d: { say: Hi }\n".formatted(i));
      french.append(line.formatted(i));
    }

    assertTimeout(Duration.ofSeconds(20), () -> translate(flow.toString(), french.toString()));
  }

  /** One mistake some thousand times over is found as fast as a long file is read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "  s%1$d: { say: \"${vars.x\", nxt: end }\n",
        "  s%1$d: { goto: t%1$d }\n",
        "  s%1$d: { sya: Hi }\n",
        "  s%1$d: { menu: A, options: { a: { titel: B, goto: x%1$d } } }\n",
        "  s%1$d: &a%1$d { say: Hi }\n",
        "  s1: { say: Hi }\n",
        "  ? [a, {b: c}]\n  : d\n",
        "  s%1$d: { say: \"${${${${${\" }\n",
        "  s%1$d: { wait: 99999999999999999999h }\n",
        "  s%1$d: { say: Call us #now }\n"
      })
  void theSameMistakeManyTimesIsFoundInTime(String line) {
    var text = new StringBuilder("flow: main\nsteps:\n");
    for (int i = 0; text.length() < 150_000; i++) {
      text.append(line.formatted(i));
    }

    assertTimeout(Duration.ofSeconds(20), () -> read(text.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{a: ", "[", "- ", "? ", "\"", "&a ", "*a ", "${", "!a ", "a: |\n", "\t", "%"})
  void onePieceManyTimesIsFoundInTime(String piece) {
    assertTimeout(Duration.ofSeconds(20), () -> read(piece.repeat(150_000 / piece.length())));
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "${",
            "$${",
            ":",
            ": ",
            "- ",
            "#",
            "\n",
            "\n  ",
            "\t",
            "'",
            "\"",
            "*a",
            "&a ",
            "<<: ",
            "!x ",
            "| ",
            "> ",
            "---\n",
            "...",
            "\u0000",
            "\uD800",
            "🙂",
            "end",
            "goto",
            "other#step",
            "~",
            "? ",
            "%YAML 1.1\n")
        .list()
        .ofMaxSize(4)
        .map(it -> String.join("", it));
  }

  @Provide
  Arbitrary<Integer> positions() {
    return Arbitraries.integers().between(0, 100_000);
  }

  private static void translate(String french) {
    translate(GOOD, french);
  }

  private static void translate(String flow, String french) {
    var folder =
        FolderReader.read(
            Map.of(
                "bot.yaml", "languages: [en, fr]", "main.flow.yaml", flow, "main.fr.yaml", french));
    assertThat(Linter.check(folder)).allSatisfy(it -> assertThat(it.place().line()).isPositive());
  }

  private static void read(String text) {
    var folder = FolderReader.read(Map.of("main.flow.yaml", text, "bot.yaml", text));
    assertThat(Linter.check(folder)).isNotNull();
    folder.expressions().forEach(it -> assertThat(it.place(0).line()).isPositive());
  }
}
