package dev.tapflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every page of ours, read from its files. */
final class PagesTest {

  private static final Path PAGES = Path.of("src/main/resources/META-INF/resources");

  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href)=\"([^\"]+)\"|url\\(\"([^\"]+)\"\\)|from \"([^\"]+)\"");
  private static final Pattern INLINE = Pattern.compile("<[^>]*\\s(?:on\\w+|style)=");
  private static final Pattern TEXT_AS_HTML =
      Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(");

  @Test
  void namesOnlyFilesOfThisServer() {
    assertThat(found(REFERENCE, ".html", ".css", ".js"))
        .isNotEmpty()
        .allMatch(reference -> reference.startsWith("/") || reference.startsWith("."));
  }

  @Test
  void refersToFilesThatExist() {
    assertThat(found(REFERENCE, ".html", ".css"))
        .map(reference -> PAGES.resolve(reference.substring(1).replaceAll("#.*", "")))
        .allMatch(Files::isRegularFile);
  }

  @Test
  void keepsScriptsAndStylesOutOfTheMarkup() {
    assertThat(found(INLINE, ".html")).isEmpty();
  }

  @Test
  void neverReadsACustomersTextAsHtml() {
    assertThat(found(TEXT_AS_HTML, ".js")).isEmpty();
  }

  /**
   * The last group that matched of each hit, or the hit itself, in all files with these endings.
   */
  private static List<String> found(Pattern pattern, String... endings) {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .flatMap(file -> pattern.matcher(read(file)).results())
          .map(PagesTest::matched)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String matched(MatchResult hit) {
    for (int group = hit.groupCount(); group > 0; group--) {
      if (hit.group(group) != null) {
        return hit.group(group);
      }
    }
    return hit.group();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
