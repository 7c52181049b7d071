package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Variable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the values of secret contact fields out of what a turn tells of itself. */
final class Masking {

  private static final String MASK = "•••";

  private final Release release;
  private final List<String> secrets;

  /**
   * @param before the session that the turn began with: what a secret was must not be seen either
   */
  private Masking(Release release, Session before, Session after, Input heard) {
    this.release = release;
    this.secrets =
        Stream.of(values(before), values(after), answer(before, heard))
            .flatMap(it -> it)
            // as it is, and as a trace quotes it
            .flatMap(value -> Stream.of(value, Wording.quote(value)))
            .filter(value -> !value.isBlank())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** The trace as it may be told. */
  static List<Trace> of(
      List<Trace> trace, Release release, Session before, Session after, Input heard) {
    for (var field : release.bot().contactFields().values()) {
      if (field.secret()) {
        return new Masking(release, before, after, heard).all(trace);
      }
    }
    return trace;
  }

  private Stream<String> values(Session session) {
    return session.customer().fields().entrySet().stream()
        .filter(field -> isSecret(field.getKey()))
        .map(field -> String.valueOf(field.getValue()));
  }

  /** What was written in answer to a question for a secret, taken or not. */
  private Stream<String> answer(Session before, Input heard) {
    return before
        .open()
        .flatMap(conversation -> release.step(conversation.at()))
        .filter(Question.class::isInstance)
        .flatMap(question -> ((Question) question).save())
        .filter(save -> save.scope() == Variable.Scope.CONTACT && isSecret(save.name()))
        .flatMap(_ -> Optional.ofNullable(heard.text()))
        .stream();
  }

  private boolean isSecret(String field) {
    var declared = release.bot().contactFields().get(field);
    return declared != null && declared.secret();
  }

  private List<Trace> all(List<Trace> trace) {
    return secrets.isEmpty() ? trace : trace.stream().map(this::masked).toList();
  }

  private Trace masked(Trace trace) {
    return switch (trace) {
      case Trace.Started(var at, var exit, var reason) ->
          new Trace.Started(at, exit, masked(reason));
      case Trace.Moved(var from, var exit, var to, var reason, var values) ->
          new Trace.Moved(from, exit, to, masked(reason), masked(values));
      case Trace.Stayed(var at, var exit, var reason) -> new Trace.Stayed(at, exit, masked(reason));
      case Trace.Failed _, Trace.Cut _, Trace.LimitReached _ -> trace;
    };
  }

  private Map<String, String> masked(Map<String, String> values) {
    var masked = new HashMap<String, String>();
    values.forEach(
        (name, value) ->
            masked.put(
                name,
                name.startsWith("contact.") && isSecret(name.substring("contact.".length()))
                    ? MASK
                    : masked(value)));
    return masked;
  }

  private String masked(String words) {
    var masked = words;
    for (var secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
