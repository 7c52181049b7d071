package dev.tapflow.flow.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapflow.flow.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowFolderTest {

  @TempDir Path folder;

  @Test
  void readsYamlFilesAndNothingElse() throws IOException {
    Files.writeString(folder.resolve("bot.yaml"), "\uFEFFlanguages: [en]");
    Files.writeString(folder.resolve("a.flow.yaml"), "é");
    Files.writeString(folder.resolve("README.md"), "no");
    Files.writeString(folder.resolve("..data.yaml"), "no");
    Files.createDirectory(folder.resolve("inner.yaml"));

    var read = FlowFolder.read(folder);

    assertThat(read.files()).containsOnlyKeys("bot.yaml", "a.flow.yaml");
    assertThat(read.files()).containsValues("languages: [en]", "é");
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void saysWhereAByteIsNoUtf8AndReadsTheRest() throws IOException {
    Files.write(
        folder.resolve("a.flow.yaml"),
        "flow: a\n# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    var read = FlowFolder.read(folder);

    assertThat(read.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("not-utf8"))
        .satisfies(it -> assertThat(it.place()).isEqualTo(new Place("a.flow.yaml", 2, 6)));
    assertThat(read.files()).containsEntry("a.flow.yaml", "flow: a\n# caf\uFFFD");
  }

  @Test
  void warnsOfANameThatNobodyReads() throws IOException {
    Files.writeString(folder.resolve("a.flow.yml"), "flow: a");

    assertThat(FlowFolder.read(folder).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("not-read"));
  }

  @Test
  void doesNotTakeAMissingFolderForAnEmptyOne() {
    assertThatThrownBy(() -> FlowFolder.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
