package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import java.util.List;
import java.util.Map;

/** Short ways to read a step and to write down what it should be. */
final class Reading {

  static final Target END = new Target.End();

  private Reading() {}

  /** The only step of a flow "main", which ends below it. */
  static Step step(String yaml) {
    var folder = folder(yaml);
    assertThat(folder.findings()).isEmpty();
    return folder.flows().firstEntry().getValue().step("one").orElseThrow();
  }

  static ReadFolder folder(String stepYaml) {
    return FolderReader.read(
        Map.of("main.flow.yaml", "flow: main\nsteps:\n  one:\n" + stepYaml.indent(4)));
  }

  static Target to(String step) {
    return new Target.To(new StepRef("main", step));
  }

  static Text text(String literal) {
    return Text.literal(literal);
  }

  static Text inserted(String source) {
    return new Text(List.of(new Text.Part.Inserted(new Expression(source))));
  }
}
