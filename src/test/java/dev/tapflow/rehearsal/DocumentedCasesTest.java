package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/flow-language.md are played by the tests that the page shows. */
class DocumentedCasesTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```");
  private static final Pattern HEADER = Pattern.compile("# flows/(\\S+)\n");

  @Test
  void pass() throws IOException {
    var report = Rehearsal.run(examples(Files.readString(Path.of("docs/flow-language.md"))));

    assertThat(report.passed()).as(report.text()).isTrue();
    assertThat(report.coverage().steps().percent()).as(report.text()).isGreaterThan(90);
  }

  /** A block begins a file, or goes on with the one before. */
  private static Map<String, String> examples(String document) {
    var files = new TreeMap<String, String>();
    var name = "";
    for (var block : BLOCK.matcher(document).results().map(it -> it.group(1)).toList()) {
      var header = HEADER.matcher(block);
      name = header.lookingAt() ? header.group(1) : name;
      files.merge(name, block, String::concat);
    }
    return files;
  }
}
