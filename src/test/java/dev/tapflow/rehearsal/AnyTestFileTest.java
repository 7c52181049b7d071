package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.yaml.TestFileReader;
import dev.tapflow.message.Outbound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text as a file of tests gives findings or cases, never an exception. */
class AnyTestFileTest {

  private static final List<String> PIECES =
      List.of(
          "cases:",
          "given:",
          "http:",
          "- ",
          "  ",
          "\n",
          "\n    ",
          "\n      - ",
          "name: ",
          "steps:",
          "user: hi",
          "bot: [",
          "]",
          "{ ",
          " }",
          "any",
          "nothing",
          "tap: ",
          "{ step: main_menu, option: news }",
          "start: shop",
          "with: { a: 1 }",
          "advance: 2h",
          "advance: 99999999d",
          "now: 2026-01-01",
          "set: { contact.visits: ",
          "agent: ",
          "accepts",
          "delivery: failed",
          "at: end",
          "vars: { x: ",
          "contact: { visits: 1 }",
          "handover: ",
          "http_called: ",
          "get: \"https://x.example/?a=%zz\"",
          "reply: ",
          "status: 700",
          "{ menu: x, options: [a, { title: b }] }",
          "{ matches: '(' }",
          "{ contains: [a, b] }",
          "\"${1 +\"",
          "${contact.visits}",
          "send: { image: x }",
          "send: { location: \"1, 999\" }",
          "send: { order: { items: [] } }",
          "flows: { shop: { returns: x } }",
          "&a",
          "*a",
          "# x",
          ": ",
          "|",
          "\t",
          "\u0000",
          "é",
          "💬",
          "'",
          "\"");

  @Property(tries = 400)
  void neverThrows(@ForAll("texts") String text) {
    var report = Trials.run(text);
    assertThat(report.text()).isNotEmpty();
    assertThat(report.junitXml()).startsWith("<?xml");
  }

  @Provide
  Arbitrary<String> texts() {
    var piece = Arbitraries.of(PIECES);
    var loose = piece.list().ofMaxSize(30).map(it -> String.join("", it));
    var line = piece.list().ofMinSize(1).ofMaxSize(3).map(it -> String.join("", it));
    var ordered =
        line.list()
            .ofMaxSize(8)
            .map(
                lines -> {
                  var steps = new StringBuilder("cases:\n  - name: x\n    steps:\n");
                  lines.forEach(it -> steps.append("      - ").append(it).append('\n'));
                  return steps.toString();
                });
    return Arbitraries.oneOf(loose, ordered, Arbitraries.strings().ofMaxLength(60));
  }

  @Property(tries = 300)
  void aTextIsReadBackAsItWas(@ForAll("words") String text) {
    var recording =
        new Recording(
            text,
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(
                new Recording.Turn.Wrote(text),
                new Recording.Turn.Said(new Outbound.Text(text)),
                new Recording.Turn.StoodAt(Optional.empty())));
    var read = TestFileReader.read("shop.test.yaml", Recording.file(List.of(recording)));
    assertThat(read.findings()).as(Recording.file(List.of(recording))).isEmpty();
    var lines = read.tests().orElseThrow().cases().getFirst().lines();
    assertThat(lines.getFirst())
        .isInstanceOfSatisfying(Line.Writes.class, it -> assertThat(it.text()).isEqualTo(text));
    assertThat(lines.get(1))
        .isInstanceOfSatisfying(
            Line.Says.class,
            it ->
                assertThat(it.speech().toString())
                    .isEqualTo(
                        text.strip().equals("any")
                            ? it.speech().toString()
                            : "Messages[messages=[Plain[text=" + text + "]]]"));
  }

  @Provide
  Arbitrary<String> words() {
    var any = Arbitraries.strings().ofMaxLength(30).filter(AnyTestFileTest::hasNoHalves);
    var tricky =
        Arbitraries.of(
                "null", "yes", "on", "12:30", "+336", "007", "- x", "# x", "a: b", "a #b", "{x}",
                "[x]", "any", "nothing", "\"", "'", "a\nb", " a ", "\\", "a,b", "?", "!tag", "&a",
                "*a", "%", "@", "`", "| x", "> x", "--- x", "true", "~", "\u2028", "\uFEFFx",
                "👍🏽")
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(it -> String.join(" ", it));
    return Arbitraries.oneOf(any, tricky);
  }

  private static boolean hasNoHalves(String text) {
    return text.codePoints().noneMatch(it -> Character.getType(it) == Character.SURROGATE);
  }
}
