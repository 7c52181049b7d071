package dev.tapflow.rehearsal;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Step;
import dev.tapflow.rehearsal.Recording.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How a service might answer, so that each way on is gone. */
final class SampleReplies {

  private static final int OK = 200;
  private static final int BROKEN = 500;
  private static final int MOST = 8;
  private static final Pattern PICKED = Pattern.compile("response\\.([A-Za-z_][A-Za-z0-9_.]*)");

  private SampleReplies() {}

  static List<Answer> of(Step.Http http, String method, String url, Literals literals) {
    var replies = new ArrayList<Answer>();
    bodies(http, literals).forEach(it -> replies.add(new Answer(method, url, OK, it)));
    http.onStatus().keySet().stream()
        .sorted()
        .forEach(it -> replies.add(new Answer(method, url, it, null)));
    if (http.onError().isPresent() && !http.onStatus().containsKey(BROKEN)) {
      replies.add(new Answer(method, url, BROKEN, null));
    }
    return replies;
  }

  /** One for each value that something is compared with, the last with none of them. */
  private static List<Object> bodies(Step.Http http, Literals literals) {
    var basis = new LinkedHashMap<String, Object>();
    var bodies = new ArrayList<Object>();
    if (http.save().orElse(null) instanceof Step.Http.Saving.Whole(var variable)) {
      var lists = literals.lists(variable.name());
      if (lists.containsKey("")) {
        return List.of(List.of(lists.get("")), List.of());
      }
      lists.forEach((path, element) -> put(basis, path, List.of(element)));
      literals
          .below(variable.name())
          .forEach((path, values) -> values.forEach(it -> bodies.add(with(basis, path, it))));
    } else if (http.save().orElse(null) instanceof Step.Http.Saving.Picked(var assignments)) {
      assignments.forEach(it -> picked(it, literals, basis, bodies));
    }
    bodies.add(basis);
    return bodies.stream().distinct().limit(MOST).toList();
  }

  private static void picked(
      Assignment assignment, Literals literals, Map<String, Object> basis, List<Object> bodies) {
    var source = assignment.value().asSingleExpression();
    var path = source.map(it -> PICKED.matcher(it.source())).filter(it -> it.find());
    if (path.isPresent()) {
      var name = assignment.variable().name();
      var at = path.get().group(1);
      var lists = literals.lists(name);
      if (lists.containsKey("")) {
        put(basis, at, List.of(lists.get("")));
      }
      literals.of(name).forEach(it -> bodies.add(with(basis, at, it)));
    }
  }

  private static Map<String, Object> with(Map<String, Object> basis, String path, Object value) {
    var body = new LinkedHashMap<>(basis);
    put(body, path, value);
    return body;
  }

  private static void put(Map<String, Object> body, String path, Object value) {
    var dot = path.indexOf('.');
    if (dot < 0) {
      body.put(path, value);
      return;
    }
    var inner = new LinkedHashMap<String, Object>();
    if (body.get(path.substring(0, dot)) instanceof Map<?, ?> before) {
      before.forEach((name, it) -> inner.put(String.valueOf(name), it));
    }
    put(inner, path.substring(dot + 1), value);
    body.put(path.substring(0, dot), inner);
  }
}
