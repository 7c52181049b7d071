package dev.tapflow.engine;

import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Texts and values as a service reads them: times in ISO form, not in a customer's words. */
final class CallText {

  private static final double LARGEST_WHOLE = 1L << 53;

  private final Draft draft;
  private final Rendering rendering;

  /**
   * @param secrets the names that may be used in these texts
   */
  CallText(Draft draft, List<String> secrets) {
    this.draft = draft;
    this.rendering = new Rendering(draft).through(scope -> new CallScope(scope, secrets));
  }

  /** As it comes out. */
  String plain(Text text) {
    return written(text, CallScope::unmarked, UnaryOperator.identity());
  }

  /** An address: what is inserted is percent-encoded unless it is {@code raw(…)}. */
  String address(Text text) {
    return WebAddress.escaped(written(text, CallScope::unmarked, WebAddress::value));
  }

  /** A value of the query: what is written in the flow is no structure either. */
  String query(Text text) {
    return WebAddress.escaped(
        written(text, it -> WebAddress.value(CallScope.unmarked(it)), WebAddress::value));
  }

  private String written(
      Text text, UnaryOperator<String> literally, UnaryOperator<String> inserted) {
    var written = new StringBuilder();
    for (var part : text.parts()) {
      switch (part) {
        case Text.Part.Literal(var literal) -> written.append(literally.apply(literal));
        case Text.Part.Inserted(var expression) -> {
          var value = form(rendering.evaluate(expression));
          var raw = draft.release().evaluator().isRaw(expression);
          written.append(raw ? value : inserted.apply(value));
        }
      }
    }
    return written.toString();
  }

  /** JSON values; what is unset is null in them. */
  @Nullable Object tree(ValueTree tree) {
    return switch (tree) {
      case ValueTree.Leaf(var text) -> leaf(text);
      case ValueTree.Branches(var byName) -> {
        var values = new LinkedHashMap<String, @Nullable Object>();
        byName.forEach((name, branch) -> values.put(name, tree(branch)));
        yield Collections.unmodifiableMap(values);
      }
      case ValueTree.Items(var items) -> {
        var values = new ArrayList<@Nullable Object>();
        items.forEach(item -> values.add(tree(item)));
        yield Collections.unmodifiableList(values);
      }
    };
  }

  private @Nullable Object leaf(Text text) {
    var single = text.asSingleExpression();
    return single.isPresent() ? json(rendering.evaluate(single.get())) : plain(text);
  }

  private @Nullable Object json(@Nullable Object value) {
    return switch (value) {
      case Double number when isWhole(number) -> number.longValue();
      case Temporal time -> form(time);
      case List<?> list -> {
        var values = new ArrayList<@Nullable Object>();
        list.forEach(element -> values.add(json(element)));
        yield Collections.unmodifiableList(values);
      }
      case Map<?, ?> map -> {
        var values = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, element) -> values.put(String.valueOf(key), json(element)));
        yield Collections.unmodifiableMap(values);
      }
      case null, default -> value;
    };
  }

  private String form(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Double number when isWhole(number) -> Long.toString(number.longValue());
      case Double number -> BigDecimal.valueOf(number).toPlainString();
      case Temporal time -> time.toString();
      default -> rendering.asText(value);
    };
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
  }
}
