package dev.tapflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.release.FlowFolder;
import dev.tapflow.flow.yaml.FolderReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Pictures of the example flows. */
class ExampleGraphsTest {

  static Stream<Flow> flows() throws IOException {
    return FolderReader.read(FlowFolder.read(Path.of("flows")).files()).flows().values().stream();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everyStepHasABoxAndEveryArrowLeadsFromOneToAnother(Flow flow) {
    var graph = FlowGraphs.of(flow);
    var ids = graph.boxes().stream().map(FlowGraph.Box::id).toList();

    assertThat(ids).doesNotHaveDuplicates().containsAll(flow.steps().keySet());
    assertThat(graph.arrows())
        .allSatisfy(arrow -> assertThat(ids).contains(arrow.from(), arrow.to()));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void theDrawingIsXmlWithNoBoxOverAnother(Flow flow) throws Exception {
    var graph = FlowGraphs.of(flow);
    var drawing = Layout.of(graph);
    var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder();

    assertThat(svg.parse(new InputSource(new StringReader(Svg.of(graph)))).getDocumentElement())
        .returns("svg", it -> it.getTagName());
    assertThat(drawing.boxes())
        .allSatisfy(
            one ->
                assertThat(drawing.boxes())
                    .filteredOn(other -> !other.equals(one))
                    .noneMatch(other -> overlap(one, other)));
  }

  private static boolean overlap(Layout.Placed one, Layout.Placed other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }

  @Test
  void mermaidNamesStepsAndWaysAndEscapesWhatItWouldRead() throws IOException {
    var support = flows().filter(flow -> flow.name().equals("support")).findFirst().orElseThrow();

    assertThat(Mermaid.of(FlowGraphs.of(support)))
        .startsWith("flowchart TD\n  n0([\"support\"])\n  n1[\"welcome<br/>say: ")
        .contains("main_menu<br/>menu: How can we help?")
        .contains("-->|\"My orders\"|")
        .contains("-.->|\"wrong ×3\"|")
        .contains("billing#35;start");
  }
}
