package dev.tapflow.engine;

import dev.tapflow.flow.Scope;
import dev.tapflow.flow.StepRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What expressions see of a turn at this moment; it remembers what they looked at. */
final class ConversationScope implements Scope {

  private final Draft draft;
  private final Map<String, @Nullable Object> lookedAt = new TreeMap<>();

  ConversationScope(Draft draft) {
    this.draft = draft;
  }

  /** The names looked up so far with their values, null where unset. */
  Map<String, @Nullable Object> lookedAt() {
    return lookedAt;
  }

  @Override
  public @Nullable Object value(String name) {
    var value = find(name);
    lookedAt.put(name, value);
    return value;
  }

  private @Nullable Object find(String name) {
    var dot = name.indexOf('.');
    var scope = dot < 0 ? name : name.substring(0, dot);
    var rest = name.substring(dot + 1);
    return switch (scope) {
      case "contact" -> contact(rest);
      case "vars" -> of(draft.conversation().map(it -> it.vars().get(rest)));
      case "input" -> of(draft.conversation().map(it -> input(it.input(), rest)));
      case "bot" -> draft.bot().values().get(rest);
      case "flow" -> of(draft.conversation().map(it -> place(it, rest)));
      case "response" -> rest.equals("status") ? of(status()) : null;
      case "agent" -> agent(draft.waiting());
      case "hours" -> hours(rest);
      case "window" -> window(rest);
      case "now" -> draft.now();
      default -> null;
    };
  }

  /** Numbers are Long or Double in expressions. */
  private Optional<Long> status() {
    return draft.conversation().flatMap(Conversation::responseStatus).map(Integer::longValue);
  }

  private @Nullable Object contact(String field) {
    var customer = draft.customer();
    return switch (field) {
      case ContactWriting.LANGUAGE -> customer.language().isEmpty() ? null : customer.language();
      case ContactWriting.TAGS -> List.copyOf(customer.tags());
      default -> customer.fields().get(field);
    };
  }

  private static @Nullable Object input(Input input, String field) {
    return switch (field) {
      case "text" -> input.text();
      case "option" -> input.option();
      case "title" -> input.title();
      case "kind" -> input.kind();
      case "value" -> input.value();
      case "outcome" -> input.outcome();
      default -> null;
    };
  }

  private static @Nullable Object place(Conversation conversation, String field) {
    return switch (field) {
      case "name" -> conversation.at().flow();
      case "step" -> conversation.at().step();
      case "path" -> path(conversation.path());
      default -> null;
    };
  }

  private static String path(List<StepRef> questions) {
    return questions.stream().map(StepRef::text).collect(Collectors.joining(" > "));
  }

  private static @Nullable String agent(Waiting waiting) {
    return waiting instanceof Waiting.WithAgent with && !with.agent().isEmpty()
        ? with.agent()
        : null;
  }

  private @Nullable Object hours(String rest) {
    var dot = rest.lastIndexOf('.');
    var hours = dot < 0 ? null : draft.bot().hours().get(rest.substring(0, dot));
    if (hours == null) {
      return null;
    }
    return switch (rest.substring(dot + 1)) {
      case "open" -> hours.isOpen(draft.now());
      case "next_open" -> of(hours.nextOpen(draft.now()));
      default -> null;
    };
  }

  private @Nullable Object window(String field) {
    return switch (field) {
      case "open" -> draft.customer().windowOpen(draft.now());
      case "closes_at" -> of(draft.customer().windowClosesAt());
      default -> null;
    };
  }

  private static @Nullable Object of(Optional<?> value) {
    return value.isPresent() ? value.get() : null;
  }

  @Override
  public Locale locale() {
    return Locale.forLanguageTag(draft.language());
  }

  @Override
  public ZoneId zone() {
    return draft.bot().zone();
  }

  @Override
  public Instant now() {
    return draft.now();
  }
}
