package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.tapflow.message.Outbound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case for each path through a flow; each passes. */
class GenerationTest {

  private static Report played(Map<String, String> flows, Generation.Bounds bounds) {
    var release = Trials.release(flows);
    var tests = new TreeMap<String, String>();
    for (var flow : release.flows().keySet()) {
      var cases = Generation.of(release, flow, bounds);
      assertThat(cases).as(flow).isNotEmpty();
      assertThat(cases).as(flow).hasSizeLessThanOrEqualTo(bounds.cases());
      tests.put(flow + ".test.yaml", Recording.file(cases));
    }
    var report = Rehearsal.run(release, tests);
    assertThat(report.passed()).as(report.text()).isTrue();
    return report;
  }

  @Test
  void comesByAllThatCanBeReached() {
    var report =
        played(
            Map.of("bot.yaml", Trials.BOT, "shop.flow.yaml", Trials.SHOP), Generation.Bounds.USUAL);
    assertThat(report.coverage().steps().missing()).isEmpty();
    assertThat(report.coverage().steps().percent()).as(report.text()).isEqualTo(100);
    assertThat(report.coverage().options().percent()).as(report.text()).isEqualTo(100);
  }

  @Test
  void passesOnTheExampleFlows() throws IOException {
    var files = Trials.read(Path.of("flows"));
    files.keySet().removeIf(it -> it.endsWith(".test.yaml"));
    var report = played(files, new Generation.Bounds(12, 40));
    assertThat(report.coverage().steps().percent()).as(report.text()).isGreaterThan(60);
  }

  @Test
  void keepsToItsBounds() {
    var release = Trials.release(Map.of("bot.yaml", Trials.BOT, "shop.flow.yaml", Trials.SHOP));
    assertThat(Generation.of(release, "shop", new Generation.Bounds(12, 3))).hasSize(3);
    assertThat(Generation.of(release, "shop", new Generation.Bounds(1, 100))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-[0-9]{4}",
        "20[0-9]{2}-[0-9]{4}",
        "(yes|no)",
        "[^@]+@[a-z]+\\.(com|org)",
        "\\d{5}(-\\d{4})?",
        "[A-Z]{1,3}\\s?\\d+",
        "(?:a|b)c",
        "^x$",
        "[[:digit:]]{3}",
        "\\p{L}+",
        "a.c",
        "[\\]x]y"
      })
  void findsAnExampleOfAPattern(String pattern) {
    var sample = PatternSample.of(pattern).orElseThrow();
    assertThat(Pattern.matches(pattern, sample)).as(sample).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a", "a{", "\\", "(?i)a", "[[:digit:]", ")"})
  void findsNoneWhereThePatternIsNotUnderstood(String pattern) {
    assertThat(PatternSample.of(pattern)).isEmpty();
  }

  @Test
  void savesAConversationAsACase() {
    var recording =
        new Recording(
            "it: \"quoted\"",
            Map.of("first_name", "Ana, B."),
            Optional.empty(),
            List.of(),
            List.of(
                new Recording.Turn.Wrote("hi"),
                new Recording.Turn.Said(new Outbound.Text("Hi Ana, B., this is Acme."))));
    var report = Trials.run(Recording.file(List.of(recording)));
    // the menu is missing in what was recorded
    assertThat(Trials.why(report.cases().getFirst())).contains("not listed");
    assertThat(report.cases().getFirst().name()).isEqualTo("it: \"quoted\"");
  }
}
