package dev.tapflow.engine;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.message.HttpCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An {@code http} step as the call it comes to at this moment. */
final class CallRendering {

  private static final int DELETE = 0x7F;

  private final Draft draft;

  CallRendering(Draft draft) {
    this.draft = draft;
  }

  /** What came of it. */
  sealed interface Rendered {

    record Ready(HttpCall call) implements Rendered {}

    /** It must not be made. Where, and why, in words for the log. */
    record Refused(String where, String why) implements Rendered {}
  }

  Rendered of(Step.Http step) {
    var open = new CallText(draft, List.of());
    var address = withQuery(open.address(step.url()), query(open, step.query()));
    if (!WebAddress.isOne(address)) {
      return new Rendered.Refused("url", "the address came out as none");
    }
    var closed = new CallText(draft, draft.bot().secrets());
    var headers = headers(closed, step.headers());
    var broken = headers.entrySet().stream().filter(it -> !isOneLine(it.getValue())).findFirst();
    if (broken.isPresent()) {
      return new Rendered.Refused("headers." + broken.get().getKey(), "it has a line break");
    }
    return new Rendered.Ready(
        new HttpCall(
            step.method(),
            address,
            headers,
            step.body().flatMap(tree -> Optional.ofNullable(closed.tree(tree))),
            step.timeout().orElse(HttpCall.TIMEOUT_OF_SETTINGS),
            step.retry(),
            step.cache()));
  }

  private static Map<String, String> headers(CallText texts, Map<String, Text> written) {
    var headers = new LinkedHashMap<String, String>();
    written.forEach((name, text) -> headers.put(name, texts.plain(text).strip()));
    return headers;
  }

  /** Whoever gets a line break into a header adds headers of their own, or a request. */
  private static boolean isOneLine(String value) {
    return value.chars().noneMatch(unit -> (unit < ' ' && unit != '\t') || unit == DELETE);
  }

  private static String query(CallText texts, Map<String, Text> written) {
    return written.entrySet().stream()
        .map(entry -> WebAddress.value(entry.getKey()) + "=" + texts.query(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String withQuery(String address, String query) {
    if (query.isEmpty()) {
      return address;
    }
    var hash = address.indexOf('#');
    var end = hash < 0 ? address.length() : hash;
    var path = address.substring(0, end);
    return path + (path.contains("?") ? "&" : "?") + query + address.substring(end);
  }
}
