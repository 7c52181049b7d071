package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Release;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import dev.tapflow.rehearsal.Recording.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A conversation that was held is a case that passes. */
class RecorderTest {

  private static final Instant BEGAN = Instant.parse("2026-03-02T10:00:00Z");
  private static final Map<String, String> FILES =
      Map.of(
          "cafe.flow.yaml",
          """
          flow: cafe
          triggers: [ { event: new_conversation } ]
          steps:
            what:
              menu: Coffee or tea?
              options: { coffee: Coffee, tea: Tea }
              save: vars.what
              silence: { after: 10m, remind: Still there? }
            price:
              http: { get: "https://cafe.example/${vars.what}", timeout: 3s }
              save: vars.price
              on_error: sorry
            told:
              say: There you are.
              next: end
            sorry:
              say: We are out of it.
              next: end
          """);

  @Test
  void itsOwnCasePasses() {
    List<Turn> acts =
        List.of(
            new Turn.Wrote("hi"), new Turn.Waited(Duration.ofMinutes(15)), new Turn.Tapped("Tea"));
    var yaml = Recording.file(List.of(Recorder.of(release(), "tea", BEGAN, acts)));
    var files = new TreeMap<>(FILES);
    files.put("cafe.test.yaml", yaml);

    assertThat(yaml).contains("https://cafe.example/tea", "Still there?", "There you are.");
    assertThat(Rehearsal.run(files)).as(yaml).matches(Report::passed);
  }

  private static Release release() {
    return switch (new ReleaseLoader().load(FILES)) {
      case LoadResult.Loaded loaded -> loaded.release();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected.findings().toString());
    };
  }
}
