package dev.tapflow.drill.malformed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Bodies by a seed: some are garbage, most were real once. Every value at every place may become
 * something else, be left out, stand twice, or change its bytes.
 */
public final class Malformed {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands in a tree for text that a tree cannot hold. */
  private static final String MARK = "@odd@";

  private final List<String> seeds;
  private final Sweep sweep;

  private Malformed(List<String> seeds) {
    this.seeds = seeds;
    this.sweep = new Sweep(seeds);
  }

  /** From Meta's webhooks. */
  public static Malformed meta(long epochSecond) {
    return new Malformed(Seeds.meta(epochSecond));
  }

  /** From our own JSON. */
  public static Malformed replies(long epochSecond) {
    return new Malformed(Seeds.replies(epochSecond));
  }

  /**
   * The body of this seed, which is at least 0. Every other one puts one odd value at one place of
   * one real body, until all have been at all; the others are mutated by chance.
   */
  public byte[] body(long seed) {
    var random = new Random(seed);
    return seed % 2 == 0 ? sweep.body(seed / 2, random) : byChance(random);
  }

  private byte[] byChance(Random random) {
    var real = seeds.get(random.nextInt(seeds.size()));
    return switch (random.nextInt(20)) {
      case 0 -> garbage(random);
      case 1, 2, 3, 4 -> Bytes.mutated(real.getBytes(UTF_8), random);
      case 5 -> Bytes.mutated(mutated(real, random).getBytes(UTF_8), random);
      case 6 ->
          real.getBytes(
              random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
      case 7 -> ("\uFEFF" + real).getBytes(UTF_8);
      default -> mutated(real, random).getBytes(UTF_8);
    };
  }

  private static byte[] garbage(Random random) {
    if (random.nextBoolean()) {
      return Oddities.any(random).getBytes(UTF_8);
    }
    var bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String mutated(String real, Random random) {
    try {
      var root = JSON.createObjectNode().set("body", JSON.readTree(real));
      var odd = new ArrayList<String>();
      for (var changes = random.nextInt(4); changes >= 0; changes--) {
        change(root, random, odd);
      }
      var written = JSON.writeValueAsString(root.path("body"));
      for (var raw : odd) {
        written =
            written.replaceFirst("\"" + MARK + "\"", java.util.regex.Matcher.quoteReplacement(raw));
      }
      return random.nextInt(10) == 0
          ? written.replaceFirst("\\{", "{\"entry\":7,\"id\":[],")
          : written;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void change(JsonNode root, Random random, List<String> odd) {
    var places = new ArrayList<Runnable>();
    collect(root, random, odd, places);
    if (!places.isEmpty()) {
      places.get(random.nextInt(places.size())).run();
    }
  }

  private static void collect(
      JsonNode node, Random random, List<String> odd, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      for (var name : (Iterable<String>) object::fieldNames) {
        places.add(() -> object.put(name, odd(name, random, odd)));
        places.add(() -> object.remove(name));
        places.add(() -> object.set(name + "\u0000", object.path(name).deepCopy()));
        collect(object.path(name), random, odd, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (var index = 0; index < array.size(); index++) {
        var at = index;
        places.add(() -> array.insert(at, odd("", random, odd)));
        places.add(() -> array.insert(at, array.path(at).deepCopy()));
        collect(array.get(index), random, odd, places);
      }
    }
  }

  private static String odd(String name, Random random, List<String> odd) {
    odd.add(name.equals("timestamp") ? Oddities.time(random) : Oddities.any(random));
    return MARK;
  }

  /** Mutations that know nothing of JSON. */
  private static final class Bytes {

    private Bytes() {}

    static byte[] mutated(byte[] bytes, Random random) {
      var changed = bytes;
      for (var changes = random.nextInt(4); changes >= 0 && changed.length > 1; changes--) {
        changed = once(changed, random);
      }
      return changed;
    }

    private static byte[] once(byte[] bytes, Random random) {
      var at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> {
          return Arrays.copyOf(bytes, at);
        }
        case 1 -> {
          return twice(bytes, at, at + random.nextInt(bytes.length - at));
        }
        case 2 -> bytes[at] = (byte) random.nextInt(256);
        default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
      return bytes;
    }

    private static byte[] twice(byte[] bytes, int from, int to) {
      var longer = Arrays.copyOf(bytes, bytes.length + to - from);
      System.arraycopy(bytes, from, longer, to, bytes.length - from);
      return longer;
    }
  }
}
