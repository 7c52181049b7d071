package dev.tapflow.flow.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.lint.FindingText;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExampleFlowsTest {

  @Test
  void theExampleFlowsHaveNoFindings() throws IOException {
    var result = new ReleaseLoader().load(FlowFolder.read(Path.of("flows")));

    var findings =
        switch (result) {
          case LoadResult.Loaded loaded -> loaded.warnings();
          case LoadResult.Rejected rejected -> rejected.findings();
        };
    assertThat(findings).extracting(FindingText::of).isEmpty();
  }
}
