package dev.tapflow.engine;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds an {@code http} step in few words. */
final class ServiceCall {

  private final String method;
  private final String url;
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<Integer, String> onStatus = new LinkedHashMap<>();
  private Optional<ValueTree> body = Optional.empty();
  private Optional<Step.Http.Saving> save = Optional.empty();
  private Optional<String> onError = Optional.empty();

  private ServiceCall(String method, String url) {
    this.method = method;
    this.url = url;
  }

  static ServiceCall get(String url) {
    return new ServiceCall("GET", url);
  }

  static ServiceCall post(String url) {
    return new ServiceCall("POST", url);
  }

  ServiceCall query(String name, String value) {
    query.put(name, value);
    return this;
  }

  ServiceCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  ServiceCall body(String text) {
    body = Optional.of(leaf(text));
    return this;
  }

  /** A map of texts, and a list of them under {@code all}. */
  ServiceCall body(Map<String, String> texts) {
    var tree = new LinkedHashMap<String, ValueTree>();
    texts.forEach((name, text) -> tree.put(name, leaf(text)));
    tree.put("all", new ValueTree.Items(List.copyOf(tree.values())));
    body = Optional.of(new ValueTree.Branches(tree));
    return this;
  }

  private static ValueTree leaf(String text) {
    return new ValueTree.Leaf(FlowFixture.text(text));
  }

  ServiceCall save(String variable) {
    save = Optional.of(new Step.Http.Saving.Whole(FlowFixture.variable(variable)));
    return this;
  }

  ServiceCall pick(String variable, String value) {
    var picked = new Assignment(FlowFixture.variable(variable), FlowFixture.text(value));
    save = Optional.of(new Step.Http.Saving.Picked(List.of(picked)));
    return this;
  }

  ServiceCall onStatus(int status, String target) {
    onStatus.put(status, target);
    return this;
  }

  ServiceCall onError(String target) {
    onError = Optional.of(target);
    return this;
  }

  Step.Http step(FlowFixture fixture, Target next) {
    var statuses = new LinkedHashMap<Integer, Target>();
    onStatus.forEach((status, target) -> statuses.put(status, fixture.target(target)));
    return new Step.Http(
        method,
        FlowFixture.text(url),
        texts(query),
        texts(headers),
        body,
        Optional.of(Duration.ofSeconds(3)),
        1,
        Optional.empty(),
        save,
        statuses,
        onError.map(fixture::target),
        next);
  }

  private static LinkedHashMap<String, Text> texts(Map<String, String> written) {
    var texts = new LinkedHashMap<String, Text>();
    written.forEach((name, text) -> texts.put(name, FlowFixture.text(text)));
    return texts;
  }
}
