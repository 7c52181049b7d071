package dev.tapflow.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue knows every code that the sources use, and none that they do not. */
class CatalogueTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/tapflow/flow");
  private static final Path CASES = Path.of("src/test/resources/lint/invalid");

  /** A code as it is handed to who writes findings down, or kept in a constant. */
  private static final Pattern USED =
      Pattern.compile(
          "(?:error|warning|Refused|Flaw)\\(\\s*(?:folder,\\s*)?\"([a-z]+(?:-[a-z0-9]+)*)\",");

  private static final Pattern CONSTANT =
      Pattern.compile("static final String [A-Z_]+ =\\s*\"([a-z]+(?:-[a-z0-9]+)+)\";");
  private static final Pattern FOUND = Pattern.compile("(?m) (?:error|warning) ([a-z0-9-]+):");

  @Test
  void knowsEveryCodeOfTheSources() throws IOException {
    var used = matches(SOURCES, ".java", USED, CONSTANT);

    assertThat(used).hasSizeGreaterThan(40);
    assertThat(codes()).containsAll(used);
  }

  @Test
  void knowsEveryCodeThatIsTested() throws IOException {
    assertThat(codes()).containsAll(matches(CASES, "findings.txt", FOUND));
  }

  @Test
  void eachSaysWhatItMeansInOneSentence() {
    assertThat(Catalogue.ALL)
        .allSatisfy(
            it -> assertThat(it.summary()).matches("(?s)[A-Zb].{9,99}\\.").doesNotContain("\n"));
  }

  private static Set<String> codes() {
    var codes = new TreeSet<String>();
    Catalogue.ALL.forEach(it -> codes.add(it.code()));
    return codes;
  }

  private static Set<String> matches(Path folder, String ending, Pattern... patterns)
      throws IOException {
    var found = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(it -> it.toString().endsWith(ending) && !it.endsWith("Catalogue.java"))
          .map(CatalogueTest::text)
          .forEach(
              text ->
                  Stream.of(patterns)
                      .flatMap(it -> it.matcher(text).results())
                      .forEach(it -> found.add(it.group(1))));
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
