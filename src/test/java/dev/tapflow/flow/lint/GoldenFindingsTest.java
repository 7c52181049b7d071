package dev.tapflow.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.release.FlowFolder;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small folders and what is found in them. {@code findings.txt} beside the files of {@code
 * invalid/<code>} says it all; -Dfindings.update=true writes it anew, to be read before it is kept.
 */
class GoldenFindingsTest {

  private static final Path CASES = Path.of("src/test/resources/lint");
  private static final ReleaseLoader LOADER = new ReleaseLoader();
  private static final String EXPECTED = "findings.txt";

  @TestFactory
  Stream<DynamicTest> nothingIsFoundInValidFolders() throws IOException {
    return folders("valid")
        .map(it -> DynamicTest.dynamicTest(name(it), () -> assertThat(found(it)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everythingIsFoundInInvalidFolders() throws IOException {
    return folders("invalid").map(it -> DynamicTest.dynamicTest(name(it), () -> compare(it)));
  }

  private static void compare(Path folder) throws IOException {
    var expected = folder.resolve(EXPECTED);
    if (Boolean.getBoolean("findings.update")) {
      Files.writeString(expected, found(folder));
    }
    assertThat(found(folder)).isEqualTo(Files.readString(expected));
  }

  private static String found(Path folder) throws IOException {
    return findings(LOADER.load(FlowFolder.read(folder))).stream()
        .map(GoldenFindingsTest::line)
        .collect(Collectors.joining());
  }

  private static List<Finding> findings(LoadResult result) {
    return switch (result) {
      case LoadResult.Loaded loaded -> loaded.warnings();
      case LoadResult.Rejected rejected -> rejected.findings();
    };
  }

  private static String line(Finding it) {
    var severity = it.severity().name().toLowerCase(Locale.ROOT);
    return "%s %s %s: %s\n".formatted(it.place(), severity, it.code(), it.message());
  }

  private static Stream<Path> folders(String kind) throws IOException {
    try (var folders = Files.list(CASES.resolve(kind))) {
      return folders.sorted().toList().stream();
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }
}
