package dev.tapflow.engine;

import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts and conditions as they come out at this moment. A failure is noted and gives nothing. */
final class Rendering {

  private final Draft draft;
  private final ConversationScope scope;

  Rendering(Draft draft) {
    this.draft = draft;
    this.scope = new ConversationScope(draft);
  }

  /** What expressions looked at through this rendering. */
  ConversationScope scope() {
    return scope;
  }

  String text(Text text) {
    var rendered = new StringBuilder();
    for (var part : text.in(draft.language())) {
      rendered.append(
          switch (part) {
            case Text.Part.Literal(var literal) -> literal;
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

  /** False where it fails. */
  boolean holds(Expression condition) {
    return Boolean.TRUE.equals(evaluate(condition));
  }

  /** How a customer reads a value; nothing where it is unset. */
  String asText(@Nullable Object value) {
    return value == null ? "" : draft.release().evaluator().render(value, scope);
  }

  private @Nullable Object evaluate(Expression expression) {
    return switch (draft.release().evaluator().evaluate(expression, scope)) {
      case Evaluator.Outcome.Value(var value) -> value;
      case Evaluator.Outcome.Bounded(var bound) -> {
        draft.failed(expression.source(), bound);
        yield null;
      }
      case Evaluator.Outcome.Failed(var why) -> {
        draft.failed(expression.source(), why);
        yield null;
      }
    };
  }
}
