package dev.tapflow.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** YAML with anchors and merges, as compose and kustomize read it. */
final class Documents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Documents() {}

  static JsonNode one(Path file) throws IOException {
    return of(Files.readString(file)).getFirst();
  }

  static List<JsonNode> of(String text) {
    return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
        .<JsonNode>map(JSON::valueToTree)
        .toList();
  }
}
