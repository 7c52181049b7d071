package dev.tapflow.outbox.call;

import static dev.tapflow.outbox.call.Calls.get;
import static dev.tapflow.outbox.call.Calls.post;
import static dev.tapflow.outbox.call.ServiceCallsTest.failure;
import static dev.tapflow.outbox.call.Shop.answer;
import static dev.tapflow.outbox.call.Shop.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpAnswer.Reason;
import dev.tapflow.message.HttpCall;
import dev.tapflow.message.HttpCall.Secret;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of a flow must not reach what only this machine or its network may. */
class WhereCallsMayGoTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.1");

  private final Shop shop = new Shop();
  private final Shop other = new Shop();
  private final Map<String, Deque<List<InetAddress>>> names = new HashMap<>();
  private final List<ServiceCalls> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(ServiceCalls::end);
    shop.close();
    other.close();
  }

  private HttpAnswer call(HttpCall call, String... allowed) throws InterruptedException {
    var list = allowed.length == 0 ? Optional.<List<String>>empty() : Optional.of(List.of(allowed));
    var calls =
        new ServiceCalls(
            Settings.of(list),
            Optional::of,
            Optional.of((name, within) -> addresses(name)),
            new HttpClientOptions());
    opened.add(calls);
    return switch (calls.attempt(call, () -> true)) {
      case Attempt.Done(var answer) -> answer;
      case Attempt.MayGoBetter(var answer, var pause) -> answer;
      case Attempt.NotBegun none -> throw new AssertionError("not begun");
    };
  }

  private List<InetAddress> addresses(String name) throws UnknownHostException {
    var literal = Network.literal(name);
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    var answers = names.get(name);
    if (answers == null) {
      throw new UnknownHostException(name);
    }
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  private void name(String name, InetAddress... addresses) {
    names.computeIfAbsent(name, it -> new ArrayDeque<>()).add(List.of(addresses));
  }

  private static Reason reason(HttpAnswer answer) {
    return failure(new Attempt.Done(answer));
  }

  @Test
  void refusesLoopbackUnlessItIsListed() throws InterruptedException {
    shop.on("/", answer(200, "in"));
    name("localhost", HERE);

    assertThat(reason(call(get(shop.url("/"))))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get(shop.url("/")), "*"))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get("http://localhost:" + shop.port() + "/"))))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get("http://[::ffff:127.0.0.1]:" + shop.port() + "/"))))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get("http://2130706433:" + shop.port() + "/"))))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get(shop.url("/")), other.listed()))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(shop.asked()).isEmpty();
    assertThat(call(get(shop.url("/")), shop.listed())).isEqualTo(answered("in"));
    assertThat(call(get("http://localhost:" + shop.port() + "/"), "localhost"))
        .isEqualTo(answered("in"));
  }

  @Test
  void refusesANameWhoseAddressIsNotPublic() throws InterruptedException {
    shop.on("/", answer(200, "in"));
    name("evil.example", HERE);
    var url = "http://evil.example:" + shop.port() + "/";

    assertThat(reason(call(get(url)))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get(url), "*", "*.example"))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(shop.asked()).isEmpty();
    assertThat(call(get(url), "evil.example")).isEqualTo(answered("in"));
    assertThat(shop.asked().getFirst().headers())
        .containsEntry("host", "evil.example:" + shop.port());
  }

  @Test
  void connectsToTheAddressThatItLookedAt() throws InterruptedException {
    shop.on("/", answer(200, "in"));
    // asked twice, the name would lead elsewhere the second time
    name("shop.example", HERE);
    name("shop.example", PRIVATE);

    assertThat(call(get("http://shop.example:" + shop.port() + "/"), "127.0.0.1"))
        .isEqualTo(answered("in"));
  }

  @Test
  void takesOnlyTheAllowedOfSeveralAddresses() throws InterruptedException {
    shop.on("/", answer(200, "in"));
    name("shop.example", PRIVATE, HERE);

    assertThat(call(get("http://shop.example:" + shop.port() + "/"), "127.0.0.1"))
        .isEqualTo(answered("in"));
  }

  @Test
  void takesTheNextAddressWhereNobodyListens() throws InterruptedException {
    shop.on("/", answer(200, "in"));
    name("shop.example", InetAddress.ofLiteral("127.0.0.2"), HERE);

    assertThat(call(get("http://shop.example:" + shop.port() + "/"), "127.0.0.0/8"))
        .isEqualTo(answered("in"));
  }

  @Test
  void saysSoWhereThereIsNoSuchHost() throws InterruptedException {
    assertThat(reason(call(get("http://nowhere.example/")))).isEqualTo(Reason.UNREACHABLE);
    assertThat(reason(call(get("http://nowhere.example/"), "shop.example")))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get("ftp://shop.example/")))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get("http://ana:pw@shop.example/")))).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void followsARedirectWhereItMayGo() throws InterruptedException {
    shop.on("/a", redirect(302, "/b?c=d"));
    shop.on("/b", answer(200, "in"));

    assertThat(call(get(shop.url("/a")), shop.listed())).isEqualTo(answered("in"));
    assertThat(shop.asked().getLast().path()).isEqualTo("/b?c=d");
  }

  @Test
  void looksAtTheAddressAgainAfterARedirect() throws InterruptedException {
    shop.on("/a", redirect(307, other.url("/secret")));
    other.on("/secret", answer(200, "out"));
    shop.on("/b", redirect(302, "http://169.254.169.254/latest/meta-data"));
    shop.on("/c", redirect(302, "ftp://127.0.0.1/"));
    shop.on("/d", redirect(302, "http://a:b@127.0.0.1:" + shop.port() + "/"));

    assertThat(reason(call(post(shop.url("/a"), "x"), shop.listed())))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(other.asked()).isEmpty();
    assertThat(reason(call(get(shop.url("/b")), shop.listed()))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get(shop.url("/c")), shop.listed()))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(call(get(shop.url("/d")), shop.listed()))).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void looksAtTheNameAgainAfterARedirectToIt() throws InterruptedException {
    name("shop.example", HERE);
    name("shop.example", PRIVATE);
    shop.on("/a", redirect(302, "/b"));

    assertThat(reason(call(get("http://shop.example:" + shop.port() + "/a"), "127.0.0.1")))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(shop.asked()).hasSize(1);
  }

  @Test
  void followsNoMoreThanThree() throws InterruptedException {
    shop.on("/1", redirect(302, "/2"));
    shop.on("/2", redirect(302, "/3"));
    shop.on("/3", redirect(302, "/4"));
    shop.on("/4", answer(200, "in"));
    shop.on("/0", redirect(302, "/1"));

    assertThat(call(get(shop.url("/1")), shop.listed())).isEqualTo(answered("in"));
    assertThat(reason(call(get(shop.url("/0")), shop.listed()))).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void tellsNoOtherHostASecret() throws InterruptedException {
    shop.on("/a", redirect(307, other.url("/b")));
    other.on("/b", answer(200, "in"));
    var headers =
        Map.of("X-Key", Secret.marker("key"), "Authorization", "Basic x", "X-Plain", "plain");
    var call = Calls.with(post(shop.url("/a"), "body"), headers);

    assertThat(call(call, shop.listed(), other.listed())).isEqualTo(answered("in"));
    assertThat(shop.asked().getFirst().headers()).containsEntry("x-key", "key");
    assertThat(other.asked().getFirst().headers())
        .doesNotContainKeys("x-key", "authorization")
        .containsEntry("x-plain", "plain");
    assertThat(other.asked().getFirst().body()).isEqualTo("body");
    var secretBody = post(shop.url("/a"), Secret.marker("key"));
    assertThat(reason(call(secretBody, shop.listed(), other.listed())))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(other.asked()).hasSize(1);
  }

  @Test
  void asksOnlyAfterARedirectThatSaysSeeThere() throws InterruptedException {
    shop.on("/a", redirect(303, "/b"));
    shop.on("/b", answer(200, "in"));
    var call = Calls.call("PUT", shop.url("/a"), Map.of(), Optional.of(Map.of("a", 1L)));

    assertThat(call(call, shop.listed())).isEqualTo(answered("in"));
    assertThat(shop.asked().getLast().method()).isEqualTo("GET");
    assertThat(shop.asked().getLast().body()).isEmpty();
    assertThat(shop.asked().getLast().headers()).doesNotContainKey("content-type");
  }

  @Test
  void takesARedirectToNowhereAsTheAnswer() throws InterruptedException {
    shop.on("/a", answer(302, ""));
    shop.on("/b", answer(304, "", "Location", "/c"));

    assertThat(call(get(shop.url("/a")), shop.listed()))
        .isEqualTo(new HttpAnswer.Answered(302, null));
    assertThat(call(get(shop.url("/b")), shop.listed()))
        .isEqualTo(new HttpAnswer.Answered(304, null));
  }

  private static HttpAnswer answered(String body) {
    return new HttpAnswer.Answered(200, body);
  }
}
