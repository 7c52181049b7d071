package dev.tapflow.flow.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.lint.FindingText;
import dev.tapflow.flow.lint.Linter;
import dev.tapflow.flow.yaml.FolderReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExampleFlowsTest {

  @Test
  void theExampleFlowsHaveNoFindings() throws IOException {
    var folder = FlowFolder.read(Path.of("flows"));

    var findings = Linter.check(FolderReader.read(folder.files()));

    assertThat(findings).extracting(FindingText::of).isEmpty();
  }
}
