package dev.tapflow.hosting;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComposeTest {

  private static final Path FOLDER = Path.of("docker");
  private static final List<String> REPLICAS = List.of("tapflow-1", "tapflow-2", "tapflow-3");
  private static final Pattern INTERPOLATED = Pattern.compile("\\$\\{(\\w+)(:[?-][^}]*)?}");
  private static final Pattern SERVER = Pattern.compile("(?m)^  server (\\S+) (\\S+):8080$");
  private static final Pattern PORT_IN_THE_CONTAINER = Pattern.compile("8080$");

  private static JsonNode compose;
  private static String proxy;

  @BeforeAll
  static void read() throws IOException {
    compose = Documents.one(FOLDER.resolve("compose.yaml"));
    proxy = Files.readString(FOLDER.resolve("haproxy.cfg"));
  }

  @Test
  void hasADatabaseThreeReplicasAndAProxy() {
    assertThat(services().keySet())
        .containsExactlyInAnyOrder(
            "database", "tapflow-1", "tapflow-2", "tapflow-3", "proxy", "sandbox");
    assertThat(compose.at("/services/sandbox/profiles").path(0).asText()).isEqualTo("try");
    assertThat(compose.at("/volumes").has("database"))
        .as("the data outlives its container")
        .isTrue();
  }

  @Test
  void waitsForServicesThatExist() {
    assertThat(services().values())
        .flatMap(service -> names(service.path("depends_on")))
        .isNotEmpty()
        .allMatch(services()::containsKey);
  }

  @Test
  void mountsFilesThatExist() {
    assertThat(services().values())
        .flatMap(service -> service.path("volumes").valueStream().map(JsonNode::asText).toList())
        .map(mount -> mount.substring(0, mount.indexOf(':')))
        .filteredOn(source -> source.startsWith("."))
        .isNotEmpty()
        .allMatch(source -> Files.exists(FOLDER.resolve(source)));
  }

  @Test
  void setsOnlyWhatTheProgramReads() {
    var replicas =
        services().entrySet().stream().filter(it -> !it.getKey().matches("database|proxy"));

    assertThat(replicas.flatMap(it -> names(it.getValue().path("environment")).stream()))
        .isNotEmpty()
        .allMatch(Settings::exists);
  }

  @Test
  void asksForVariablesThatTheExamplesName() throws IOException {
    var asked = INTERPOLATED.matcher(Files.readString(FOLDER.resolve("compose.yaml")));
    var required =
        asked
            .results()
            .filter(it -> it.group(2).equals(":?"))
            .map(it -> it.group(1))
            .collect(toSet());
    var example = Variables.of(FOLDER.resolve(".env.example"));
    var look = Variables.of(FOLDER.resolve("try.env"));

    assertThat(required).isNotEmpty();
    assertThat(example).containsKeys(required.toArray(String[]::new));
    assertThat(look).containsKeys(required.toArray(String[]::new));
    assertThat(required).as("no real secret").allMatch(name -> example.get(name).isEmpty());
    assertThat(look.get("TAPFLOW_API_TOKEN")).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void sendsCustomersToTheThreeReplicasAndAsksWhetherTheyAreReady() {
    assertThat(SERVER.matcher(proxy).results().map(server -> server.group(2)))
        .containsExactlyElementsOf(REPLICAS);
    assertThat(proxy)
        .contains("option httpchk GET /q/health/ready")
        .contains("retry-on conn-failure 503\n");
    assertThat(compose.at("/services/proxy/ports/0").asText())
        .containsPattern(PORT_IN_THE_CONTAINER);
  }

  private static Map<String, JsonNode> services() {
    return compose
        .path("services")
        .propertyStream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<String> names(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(JsonNode::asText).toList()
        : node.propertyStream().map(Map.Entry::getKey).toList();
  }
}
