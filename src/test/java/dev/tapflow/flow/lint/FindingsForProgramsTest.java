package dev.tapflow.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsForProgramsTest {

  private static final String STRANGE = "\"\\ \n\t\u0001 \u2028 é 日 🙂 </script>";

  @Test
  void jsonTellsEverythingOfEach() throws IOException {
    var json = read(FindingsJson.of(List.of(finding("a b.flow.yaml", STRANGE), other())));

    assertThat(json).hasSize(2);
    assertThat(json.get(0).properties())
        .extracting(it -> it.getKey())
        .containsExactly("file", "line", "column", "severity", "code", "message");
    assertThat(json.get(0).get("file").textValue()).isEqualTo("a b.flow.yaml");
    assertThat(json.get(0).get("line").intValue()).isEqualTo(3);
    assertThat(json.get(0).get("column").intValue()).isEqualTo(7);
    assertThat(json.get(0).get("severity").textValue()).isEqualTo("error");
    assertThat(json.get(0).get("code").textValue()).isEqualTo("unknown-step");
    assertThat(json.get(0).get("message").textValue()).isEqualTo(STRANGE);
  }

  @Test
  void nothingFoundIsAnEmptyList() throws IOException {
    assertThat(read(FindingsJson.of(List.of()))).isEmpty();
    assertThat(read(FindingsSarif.of(List.of())).at("/runs/0/results").isEmpty()).isTrue();
  }

  @Test
  void sarifNamesRuleLevelAndRegion() throws IOException {
    var run =
        read(FindingsSarif.of(List.of(finding("a b.flow.yaml", STRANGE), other()))).at("/runs/0");

    assertThat(run.at("/columnKind").textValue()).isEqualTo("unicodeCodePoints");
    assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
        .containsExactly("not-read", "unknown-step");
    assertThat(run.at("/tool/driver/rules/1/help/text").textValue())
        .isEqualTo("A target names a step that does not exist.");
    var result = run.at("/results/0");
    assertThat(result.at("/ruleId").textValue()).isEqualTo("unknown-step");
    assertThat(result.at("/ruleIndex").intValue()).isEqualTo(1);
    assertThat(result.at("/level").textValue()).isEqualTo("error");
    assertThat(result.at("/message/text").textValue()).isEqualTo(STRANGE);
    var location = result.at("/locations/0/physicalLocation");
    assertThat(location.at("/artifactLocation/uri").textValue()).isEqualTo("a%20b.flow.yaml");
    assertThat(location.at("/region/startLine").intValue()).isEqualTo(3);
    assertThat(location.at("/region/startColumn").intValue()).isEqualTo(7);
  }

  private static JsonNode read(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  private static Finding finding(String file, String message) {
    return new Finding(
        Finding.Severity.ERROR, "unknown-step", new Place(file, 3, 7), message, "goto: nowhere");
  }

  private static Finding other() {
    return new Finding(
        Finding.Severity.WARNING, "not-read", new Place("/tmp/b.yml", 1, 1), "Rename it", "");
  }
}
