package dev.tapflow.rehearsal;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a flow's conditions compare variables with, such as {@code vars.reply.state == 'shipped'}:
 * the values that lead somewhere. And the lists that its menus offer, with what they show of them.
 */
final class Literals {

  private static final Pattern COMPARISON =
      Pattern.compile(
          "vars\\.([A-Za-z_][A-Za-z0-9_.]*)\\s*[=!<>]=?\\s*"
              + "('[^']*'|\"[^\"]*\"|-?\\d+(?:\\.\\d+)?|true|false)");

  private final Map<String, Set<Object>> byName = new LinkedHashMap<>();
  private final Map<String, Offer.FromData> lists = new LinkedHashMap<>();

  private Literals() {}

  static Literals of(Release release) {
    var literals = new Literals();
    release.flows().values().stream()
        .sorted(Comparator.comparing(Flow::name))
        .flatMap(it -> it.steps().values().stream())
        .forEach(literals::collect);
    return literals;
  }

  /** What the variable of this dotted name is compared with. */
  Set<Object> of(String name) {
    return byName.getOrDefault(name, Set.of());
  }

  /** The names below a variable, with what they are compared with. */
  Map<String, Set<Object>> below(String variable) {
    var below = new LinkedHashMap<String, Set<Object>>();
    byName.forEach(
        (name, values) -> {
          if (name.startsWith(variable + ".")) {
            below.put(name.substring(variable.length() + 1), values);
          }
        });
    return below;
  }

  /** The lists that menus offer of a variable: an element each, by the way to the list. */
  Map<String, Map<String, Object>> lists(String variable) {
    var found = new LinkedHashMap<String, Map<String, Object>>();
    lists.forEach(
        (source, offer) -> {
          var prefix = "vars." + variable;
          if (source.equals(prefix) || source.startsWith(prefix + ".")) {
            found.put(
                source.equals(prefix) ? "" : source.substring(prefix.length() + 1), element(offer));
          }
        });
    return found;
  }

  private static Map<String, Object> element(Offer.FromData offer) {
    var field = Pattern.compile("\\b" + Pattern.quote(offer.as()) + "\\.([A-Za-z_][A-Za-z0-9_]*)");
    var element = new LinkedHashMap<String, Object>();
    Stream.of(
            offer.id().stream(),
            Stream.of(offer.title()),
            offer.description().stream(),
            offer.value().stream())
        .flatMap(it -> it)
        .flatMap(Literals::sources)
        .flatMap(source -> field.matcher(source).results())
        .forEach(it -> element.put(it.group(1), it.group(1) + " 1"));
    return element;
  }

  private static Stream<String> sources(Text text) {
    return text.parts().stream()
        .flatMap(
            it ->
                it instanceof Text.Part.Inserted(var expression)
                    ? Stream.of(expression.source())
                    : Stream.empty());
  }

  private void collect(Step step) {
    if (step instanceof Step.Branch branch) {
      branch.cases().forEach(it -> collect(it.condition()));
    }
    if (step instanceof Question.ByOption question) {
      question.options().stream()
          .map(Option::condition)
          .flatMap(it -> it.stream())
          .forEach(this::collect);
    }
    if (step instanceof Question.Menu menu && menu.offer() instanceof Offer.FromData data) {
      lists.put(data.each().source().strip(), data);
    }
  }

  private void collect(Expression condition) {
    COMPARISON
        .matcher(condition.source())
        .results()
        .forEach(
            it ->
                byName
                    .computeIfAbsent(it.group(1), _ -> new LinkedHashSet<>())
                    .add(value(it.group(2))));
  }

  private static Object value(String written) {
    if (written.startsWith("'") || written.startsWith("\"")) {
      return written.substring(1, written.length() - 1);
    }
    return switch (written) {
      case "true" -> true;
      case "false" -> false;
      default -> written.contains(".") ? (Object) Double.valueOf(written) : Long.valueOf(written);
    };
  }

  /** As somebody would type it. */
  static List<String> typed(Set<Object> values) {
    var typed = new ArrayList<String>();
    values.forEach(it -> typed.add(it.toString()));
    return typed;
  }
}
