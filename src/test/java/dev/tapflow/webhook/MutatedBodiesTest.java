package dev.tapflow.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever becomes of a body that was right once, reading it is never an exception. */
class MutatedBodiesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final List<String> BODIES =
      List.of(
          Bodies.TAP,
          Bodies.TWO_CUSTOMERS,
          Bodies.STATUSES,
          Bodies.NUMBER_CHANGED,
          Bodies.ERRORS,
          """
          [{"id":"a","phone":"+34600000001","timestamp":1767607200,"text":"hi"},
           {"id":"b","phone":"+34600000001","timestamp":"2026-01-05T10:00:00Z","reply":{"id":"yes","title":"Yes"}}]
          """);

  /** Held, so that it stays silent: thousands of bodies report thousands of errors. */
  private static final Logger READERS_LOG = Logger.getLogger(MetaReader.class.getName());

  static {
    READERS_LOG.setLevel(Level.OFF);
  }

  private final MetaReader meta =
      new MetaReader(
          new TestChannels().with("main").channels(),
          () -> NOW,
          new WebhookMeters(new SimpleMeterRegistry()));

  @Property(tries = 3000)
  void readsMutatedJson(@ForAll @IntRange(max = 5) int body, @ForAll long seed) throws Exception {
    var random = new Random(seed);
    var json = MAPPER.readTree(BODIES.get(body));
    for (var changes = random.nextInt(6); changes >= 0; changes--) {
      mutate(json, random);
    }
    readsWithoutAnException(MAPPER.writeValueAsBytes(json));
  }

  @Property(tries = 2000)
  void readsMutatedBytes(@ForAll @IntRange(max = 5) int body, @ForAll long seed) {
    var random = new Random(seed);
    var bytes = BODIES.get(body).getBytes(UTF_8);
    for (var changes = random.nextInt(4); changes >= 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    readsWithoutAnException(bytes);
  }

  private void readsWithoutAnException(byte[] bytes) {
    assertThatCode(
            () ->
                Json.read(bytes)
                    .ifPresent(
                        json -> {
                          meta.read("main", bytes, json);
                          new RepliesReader("main", bytes, NOW).read(json);
                        }))
        .doesNotThrowAnyException();
  }

  /** Puts something else somewhere, or takes it away. */
  private static void mutate(JsonNode root, Random random) {
    var places = new ArrayList<Runnable>();
    collect(root, places, random);
    if (!places.isEmpty()) {
      places.get(random.nextInt(places.size())).run();
    }
  }

  private static void collect(JsonNode node, List<Runnable> places, Random random) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              entry -> {
                places.add(() -> object.set(entry.getKey(), something(random)));
                places.add(() -> object.remove(entry.getKey()));
                collect(entry.getValue(), places, random);
              });
    } else if (node instanceof ArrayNode array) {
      for (var index = 0; index < array.size(); index++) {
        var at = index;
        places.add(() -> array.set(at, something(random)));
        collect(array.get(index), places, random);
      }
    }
  }

  private static JsonNode something(Random random) {
    var json = JsonNodeFactory.instance;
    return switch (random.nextInt(11)) {
      case 0 -> json.nullNode();
      case 1 -> json.textNode("");
      case 2 -> json.textNode("\u0000\ud800x");
      case 3 -> json.numberNode(random.nextLong());
      case 4 -> json.numberNode(random.nextDouble() * 1e300);
      case 5 -> json.booleanNode(true);
      case 6 -> json.arrayNode().add(json.objectNode());
      case 7 -> json.objectNode().put("id", "x");
      case 8 -> json.textNode("-1e999999999");
      case 9 -> json.textNode("x".repeat(5000));
      default -> json.textNode("+999999999-01-01T00:00:00Z");
    };
  }
}
