package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published schemas are those of the reader, and every example holds to them.
 * -Dschema.update=true writes them anew.
 */
class JsonSchemasTest {

  private static final Path PUBLISHED = Path.of("docs/schema");
  private static final List<Path> EXAMPLES =
      List.of(
          Path.of("flows"),
          Path.of("docs/examples"),
          Path.of("src/test/resources/lint/valid"),
          Path.of("src/test/resources/schema"));
  private static final Path DOCUMENT = Path.of("docs/flow-language.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```");
  private static final Pattern HEADER = Pattern.compile("# flows/(\\S+)\n");
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private static Map<String, String> all() {
    return Map.of(
        "flow", JsonSchemas.flow(),
        "bot", JsonSchemas.bot(),
        "translation", JsonSchemas.translation(),
        "test", JsonSchemas.test());
  }

  @TestFactory
  Stream<DynamicTest> thePublishedSchemasAreThoseOfTheReader() {
    return all().entrySet().stream()
        .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> compare(it.getKey(), it.getValue())));
  }

  private static void compare(String kind, String schema) throws IOException {
    var published = PUBLISHED.resolve(kind + ".schema.json");
    if (Boolean.getBoolean("schema.update")) {
      Files.createDirectories(PUBLISHED);
      Files.writeString(published, schema);
    }
    assertThat(Files.readString(published)).isEqualTo(schema);
  }

  @TestFactory
  Stream<DynamicTest> theSchemasAreSchemas() {
    var draft = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
    return all().entrySet().stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.getKey(), () -> assertThat(draft.validate(json(it.getValue()))).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyExampleHoldsToItsSchema() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var file : examples()) {
      var text = Files.readString(file);
      tests.add(
          DynamicTest.dynamicTest(file.toString(), () -> holds(kindOf(file.toString()), text)));
    }
    documented()
        .forEach(
            (name, text) ->
                tests.add(DynamicTest.dynamicTest(name, () -> holds(kindOf(name), text))));
    return tests.stream();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ say: Hi, menu: Which? }",
        "{ say: Hi, nxt: end }",
        "{ say: Hi, next: Go There }",
        "{ menu: Which? }",
        "{ menu: Which?, options: { a: { tittle: A } } }",
        "{ menu: Which?, options: { each: vars.all, title: A } }",
        "{ http: { timeout: 3s } }",
        "{ http: { get: a, post: b } }",
        "{ wait: soon }",
        "{ ask: What?, type: colour }",
        "{ branch: [{ if: vars.x }] }"
      })
  void mistakesAreFound(String step) {
    assertThat(found("flow", "{ flow: main, steps: { one: " + step + " } }")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ say: 12:30 }",
        "{ say: on }",
        "{ say: null }",
        "{ say: 007, next: \"yes\" }",
        "{ menu: 5512, options: { on: yes, off: { title: no, also: [1, true] } }, save: vars.x }",
        "{ ask: 1.10, commands: off, wrong: { say: [1, 2], tries: 2 } }",
        "{ ask: A?, commands: \"off\", wrong: { tries: \"2\" } }",
        "{ set: { vars.x: 007, contact.y: true } }",
        "{ wait: { until: 08:00 } }",
        "{ product: A, catalog: 77, item: 5 }"
      })
  void whatYamlTakesForAnotherTypeIsRight(String step) {
    assertThat(found("flow", "{ flow: main, steps: { one: " + step + " } }")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ cases: [{ steps: [{ user: hi, bott: any }] }] }",
        "{ cases: [{ steps: [{ bot: [{ menu: A, optoins: [B] }] }] }] }",
        "{ cases: [{ steps: [{ advance: soon }] }] }",
        "{ cases: [{ given: { contacts: {} }, steps: [{ user: hi }] }] }",
        "{ http: [{ get: a }] }"
      })
  void mistakesInTestsAreFound(String tests) {
    assertThat(found("test", tests)).isNotEmpty();
  }

  @Test
  void everyKeyIsExplained() {
    var flow = json(JsonSchemas.flow());
    var definitions = flow.get("$defs");

    assertThat(flow.at("/properties").isMissingNode()).isTrue();
    definitions.forEach(
        it ->
            it.path("properties")
                .forEach(key -> assertThat(key.path("description").asText()).matches(".*[.…]")));
  }

  private static void holds(String kind, String text) {
    assertThat(found(kind, text)).isEmpty();
  }

  /** As an editor of YAML 1.2 reads it, and as one of YAML 1.1 does. */
  private static List<ValidationMessage> found(String kind, String yaml) {
    var schema = schema(kind);
    return Stream.of(EditorYaml.of(yaml), EditorYaml.ofOldKind(yaml))
        .flatMap(it -> schema.validate(it).stream())
        .toList();
  }

  private static JsonSchema schema(String kind) {
    return FACTORY.getSchema(all().get(kind));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static List<Path> examples() throws IOException {
    var files = new ArrayList<Path>();
    for (var folder : EXAMPLES) {
      if (Files.isDirectory(folder)) {
        try (var all = Files.walk(folder)) {
          all.filter(it -> it.toString().endsWith(".yaml")).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  private static Map<String, String> documented() throws IOException {
    var files = new TreeMap<String, String>();
    var name = "";
    var blocks = BLOCK.matcher(Files.readString(DOCUMENT)).results().map(it -> it.group(1));
    for (var block : blocks.toList()) {
      var header = HEADER.matcher(block);
      name = header.lookingAt() ? header.group(1) : name;
      files.merge(name, block, String::concat);
    }
    return files;
  }

  private static String kindOf(String file) {
    var name = file.substring(file.lastIndexOf('/') + 1);
    if (name.endsWith(".flow.yaml")) {
      return "flow";
    }
    if (name.endsWith(".test.yaml")) {
      return "test";
    }
    return name.equals("bot.yaml") ? "bot" : "translation";
  }
}
