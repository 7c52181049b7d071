package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The hotel of the documentation: its flows have no findings and its tests pass. */
class HotelExampleTest {

  private static final Path HOTEL = Path.of("docs/examples/hotel");

  private static Report report;

  @BeforeAll
  static void play() throws IOException {
    report = Rehearsal.run(folder());
  }

  private static Map<String, String> folder() throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.newDirectoryStream(HOTEL, "*.yaml")) {
      for (var path : paths) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }

  @Test
  void hasNoFindings() {
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void passes() {
    assertThat(report.passed()).as(report.text()).isTrue();
    assertThat(report.cases()).hasSizeGreaterThan(50);
  }

  @Test
  void triesEveryStepAndOption() {
    for (var flow : report.coverage().flows()) {
      assertThat(flow.steps().missing()).as(report.text()).isEmpty();
      assertThat(flow.options().missing()).as(report.text()).isEmpty();
    }
  }
}
