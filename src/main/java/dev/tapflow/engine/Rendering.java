package dev.tapflow.engine;

import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Scope;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Texts and conditions as they come out at this moment. A failure is noted and gives nothing. */
final class Rendering {

  private final Draft draft;
  private final ConversationScope scope;
  private final Scope seen;

  Rendering(Draft draft) {
    this.draft = draft;
    this.scope = new ConversationScope(draft);
    this.seen = scope;
  }

  private Rendering(Draft draft, ConversationScope scope, Scope seen) {
    this.draft = draft;
    this.scope = scope;
    this.seen = seen;
  }

  /** The same, with one element of a list in sight. */
  Rendering seeing(Item item) {
    return new Rendering(draft, scope, new ItemScope(scope, item));
  }

  /** The same, with what it sees seen through another scope. */
  Rendering through(UnaryOperator<Scope> lens) {
    return new Rendering(draft, scope, lens.apply(seen));
  }

  /** What expressions looked at through this rendering. */
  ConversationScope scope() {
    return scope;
  }

  String text(Text text) {
    var parts = text.in(draft.language());
    if (parts.size() == 1 && parts.getFirst() instanceof Text.Part.Literal(var literal)) {
      return literal;
    }
    var rendered = new StringBuilder();
    for (var part : parts) {
      rendered.append(
          switch (part) {
            case Text.Part.Literal(var words) -> words;
            case Text.Part.Inserted(var expression) -> asText(evaluate(expression));
          });
    }
    return rendered.toString();
  }

  /** The text without outer spaces; empty where nothing is left. */
  Optional<String> words(Text text) {
    return Optional.of(text(text).strip()).filter(words -> !words.isEmpty());
  }

  /** A text that is one insertion keeps its type; null where that is unset. */
  @Nullable Object value(Text text) {
    var single = text.asSingleExpression();
    return single.isPresent() ? evaluate(single.get()) : text(text);
  }

  /** Maps and lists of values that keep their types; what is unset is null in them. */
  @Nullable Object tree(ValueTree tree) {
    return switch (tree) {
      case ValueTree.Leaf(var text) -> value(text);
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

  /** The elements of a list; none, and noted, where it is something else. */
  List<?> list(Expression each) {
    return switch (evaluate(each)) {
      case null -> List.of();
      case List<?> elements -> elements;
      case Object _ -> {
        draft.failed(each.source(), "it gives no list");
        yield List.of();
      }
    };
  }

  /** A public address; empty, and noted, where it comes out as none. */
  Optional<String> address(Text url) {
    var address = words(url).map(WebAddress::escaped).filter(WebAddress::isOne);
    if (address.isEmpty()) {
      draft.failed(url.literalText(), "the address came out as none");
    }
    return address;
  }

  /** False where it fails. */
  boolean holds(Expression condition) {
    return Boolean.TRUE.equals(evaluate(condition));
  }

  /** How a customer reads a value; nothing where it is unset. */
  String asText(@Nullable Object value) {
    return value == null ? "" : draft.release().evaluator().render(value, seen);
  }

  /** Null where it fails. */
  @Nullable Object evaluate(Expression expression) {
    return switch (draft.release().evaluator().evaluate(expression, seen)) {
      case Evaluator.Outcome.Value(var value) -> value;
      case Evaluator.Outcome.Bounded(var bound) -> {
        draft.failed(expression.source(), bound);
        draft.reached(Trace.Limit.EXPRESSION);
        yield null;
      }
      case Evaluator.Outcome.Failed(var why) -> {
        draft.failed(expression.source(), why);
        yield null;
      }
    };
  }
}
