package dev.tapflow.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DockerfileTest {

  private static final Set<String> KNOWN =
      Set.of(
          "FROM", "COPY", "RUN", "USER", "WORKDIR", "ENV", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT");

  private static final String HOME = "/opt/tapflow/";

  private static List<Instruction> instructions;

  record Instruction(String word, String rest) {

    static Instruction of(String line) {
      var parts = line.split("\\s+", 2);
      return new Instruction(parts[0], parts[1]);
    }
  }

  @BeforeAll
  static void read() throws IOException {
    var text = Files.readString(Path.of("docker/Dockerfile")).replaceAll("(?m)^#.*\\n", "");
    instructions =
        text.replaceAll("\\\\\\n", " ")
            .lines()
            .filter(line -> !line.isBlank())
            .map(Instruction::of)
            .toList();
  }

  @Test
  void hasOnlyInstructionsThatExist() {
    assertThat(instructions).isNotEmpty().allMatch(it -> KNOWN.contains(it.word()));
  }

  @Test
  void copiesFromStagesThatCameBefore() {
    var stages = new HashSet<String>();
    var strangers = new ArrayList<String>();
    for (var instruction : instructions) {
      if (instruction.word().equals("FROM") && instruction.rest().contains(" AS ")) {
        stages.add(instruction.rest().split(" AS ")[1]);
      }
      option(instruction, "--from=").filter(it -> !stages.contains(it)).forEach(strangers::add);
    }

    assertThat(stages).containsExactlyInAnyOrder("java", "build");
    assertThat(strangers).isEmpty();
  }

  @Test
  void copiesWhatTheContextHas() throws IOException {
    var context =
        Files.readAllLines(Path.of(".dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1));

    assertThat(context)
        .contains("flows", "pom.xml", "mvnw", "src/main")
        .allMatch(it -> Files.exists(Path.of(it)));
  }

  @Test
  void runsTheJarAsNobodySpecialAndWithoutAShell() throws IOException {
    var command = new ObjectMapper().readValue(last("ENTRYPOINT"), String[].class);

    assertThat(last("USER")).matches("[1-9]\\d+:[1-9]\\d+");
    assertThat(command)
        .containsExactly(
            "java", "-XX:AOTCache=" + HOME + "tapflow.aot", "-jar", HOME + "quarkus-run.jar");
    assertThat(instructions)
        .contains(
            new Instruction(
                "COPY", "--from=build --chown=root:root /build/target/quarkus-app " + HOME));
    assertThat(last("WORKDIR"))
        .as("where the folder flows is looked for")
        .isEqualTo("/opt/tapflow");
  }

  private static String last(String word) {
    return instructions.stream()
        .filter(it -> it.word().equals(word))
        .reduce((_, later) -> later)
        .orElseThrow()
        .rest();
  }

  private static Stream<String> option(Instruction instruction, String name) {
    return Stream.of(instruction.rest().split("\\s+"))
        .filter(it -> it.startsWith(name))
        .map(it -> it.substring(name.length()));
  }
}
