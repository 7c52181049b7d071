package dev.tapflow.rehearsal;

import dev.tapflow.message.Outbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message as lines of a chat: its text, then its options and the rest of what it has. */
final class Shown {

  private static final List<String> TEXTS =
      List.of("say", "ask", "menu", "form", "product", "products", "catalog", "link");

  private Shown() {}

  static String of(Outbound message) {
    var facets = Facets.of(message);
    var lines = new ArrayList<String>();
    var text = Facets.text(message);
    if (message instanceof Outbound.Template template) {
      lines.add("(template %s, %s)".formatted(template.name(), template.language()));
    } else if (!text.isEmpty()) {
      lines.add(text);
    }
    facets.forEach((name, value) -> add(lines, name, value, message));
    return String.join("\n", lines);
  }

  private static void add(
      List<String> lines, String name, @Nullable Object value, Outbound message) {
    if (name.equals("options") && value instanceof List<?> options) {
      options.forEach(option -> lines.add(mark(message) + option(option)));
    } else if (!name.equals("sections") && !isText(name, value, message)) {
      lines.add("(%s: %s)".formatted(name, Facets.shown(value)));
    }
  }

  private static boolean isText(String name, @Nullable Object value, Outbound message) {
    return name.equals("as")
        || name.equals("lang")
        || name.equals("template")
        || (TEXTS.contains(name) && Objects.equals(value, Facets.text(message)));
  }

  private static String mark(Outbound message) {
    return message instanceof Outbound.Options ? "  - " : "  [ ] ";
  }

  private static String option(@Nullable Object option) {
    if (option instanceof Map<?, ?> map) {
      var description = map.get("description");
      return description == null
          ? String.valueOf(map.get("title"))
          : map.get("title") + " (" + description + ")";
    }
    return String.valueOf(option);
  }
}
