package dev.tapflow.flow.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.lint.Catalogue;
import dev.tapflow.flow.lint.FindingText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/flow-language.md says what is true. */
class DocumentedLanguageTest {

  private static final Path DOCUMENT = Path.of("docs/flow-language.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```");
  private static final Pattern HEADER = Pattern.compile("# flows/(\\S+)\n");

  @Test
  void itsExamplesLoad() throws IOException {
    var result = new ReleaseLoader().load(examples(Files.readString(DOCUMENT)));

    assertThat(findings(result)).extracting(FindingText::of).isEmpty();
  }

  @Test
  void itNamesEveryCodeAsHeavyAsItIs() throws IOException {
    var rows =
        Catalogue.ALL.stream()
            .map(it -> "| `%s` | %s |".formatted(it.code(), word(it.severity())))
            .toList();

    assertThat(Files.readString(DOCUMENT)).contains(rows);
  }

  private static String word(Finding.Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
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

  private static List<Finding> findings(LoadResult result) {
    return switch (result) {
      case LoadResult.Loaded loaded -> loaded.warnings();
      case LoadResult.Rejected rejected -> rejected.findings();
    };
  }
}
