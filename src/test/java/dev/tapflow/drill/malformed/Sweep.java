package dev.tapflow.drill.malformed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Each kind of odd value at each place of each real body, near neighbours far apart. */
final class Sweep {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "@odd@";

  /** A prime, so that a part of the sweep is a sample of all of it. */
  private static final long STRIDE = 7919;

  /** Bodies with the mark at one place. */
  private final List<String> marked;

  Sweep(List<String> seeds) {
    marked = seeds.stream().flatMap(seed -> marked(seed).stream()).toList();
  }

  byte[] body(long index, Random random) {
    var kinds = Oddities.kinds();
    var all = (long) marked.size() * kinds.size();
    var at = index * STRIDE % all;
    var body = marked.get((int) (at / kinds.size()));
    var odd = kinds.get((int) (at % kinds.size())).apply(random);
    return body.replace("\"" + MARK + "\"", odd).getBytes(UTF_8);
  }

  private static List<String> marked(String seed) {
    try {
      var root = JSON.createObjectNode();
      root.set("body", JSON.readTree(seed));
      var found = new ArrayList<String>();
      mark(root, root, found);
      return found;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void mark(JsonNode root, JsonNode node, List<String> found)
      throws JsonProcessingException {
    if (node instanceof ObjectNode object) {
      // the names are copied: an entry's value would change with the object
      for (var name : object.propertyStream().map(Map.Entry::getKey).toList()) {
        var value = object.path(name);
        mark(root, value, found);
        object.put(name, MARK);
        found.add(JSON.writeValueAsString(root.path("body")));
        object.set(name, value);
      }
    } else if (node instanceof ArrayNode array) {
      for (var index = 0; index < array.size(); index++) {
        var value = array.get(index);
        mark(root, value, found);
        array.set(index, JSON.getNodeFactory().textNode(MARK));
        found.add(JSON.writeValueAsString(root.path("body")));
        array.set(index, value);
      }
    }
  }
}
