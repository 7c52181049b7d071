package dev.tapflow.outbox;

import static dev.tapflow.outbox.Customer.say;
import static dev.tapflow.outbox.call.Shop.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.tapflow.database.Database;
import dev.tapflow.message.Event;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpAnswer.Reason;
import dev.tapflow.message.HttpCall;
import dev.tapflow.message.Outgoing;
import dev.tapflow.outbox.Outbox.Call;
import dev.tapflow.outbox.Outbox.Delivery;
import dev.tapflow.outbox.call.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of flows: put in a transaction, made after it, their answers owed and told. */
@QuarkusTest
class HttpCallTest {

  @Inject Turns turns;
  @Inject OutboxView view;
  @Inject ChannelStates channels;
  @Inject HttpCallStatements statements;
  @Inject HttpCallRunner runner;
  @Inject Database database;

  private final HeardInbox inbox = new HeardInbox();
  private final Customer ana = Customer.somebody();
  private final Shop shop = new Shop();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @BeforeEach
  void listen() {
    QuarkusMock.installMockForType(new OwedEvents(database, inbox), OwedEvents.class);
    channels.resume("lab");
  }

  @AfterEach
  void close() {
    mayEnd.countDown();
    shop.close();
  }

  @Test
  void bringsTheAnswerBackAndForgetsTheCall() {
    shop.on("/a", answer(200, "{\"state\":\"shipped\",\"n\":1.0}"));

    tell(List.of(), new Call(7, call("GET", "/a", 0)));

    awaitAnswers(answered(7, 200, Map.of("state", "shipped", "n", 1.0)));
    await().untilAsserted(() -> assertThat(rows()).isZero());
    assertThat(shop.asked()).hasSize(1);
  }

  @Test
  void makesNoCallOfATurnThatWasRolledBack() {
    shop.on("/a", answer(200, ""));
    QuarkusTransaction.begin();
    turns.put(delivery(List.of(), new Call(7, call("GET", "/a", 0))));
    QuarkusTransaction.rollback();

    tell(List.of(), new Call(8, call("GET", "/a?after", 0)));

    awaitAnswers(answered(8, 200, null));
    assertThat(shop.asked()).extracting(Shop.Asked::path).containsExactly("/a?after");
  }

  @Test
  void triesAgainAsOftenAsItMay() {
    var asked = new AtomicInteger();
    shop.on(
        "/a",
        exchange ->
            answer(asked.incrementAndGet() < 3 ? 503 : 200, "n" + asked.get()).to(exchange));

    tell(List.of(), new Call(7, call("POST", "/a", 2)));

    awaitAnswers(answered(7, 200, "n3"));
  }

  @Test
  void endsWithTheLastAnswerWhereNoneIsGood() {
    shop.on("/a", answer(503, "down"));

    tell(List.of(), new Call(7, call("POST", "/a", 1)));

    awaitAnswers(answered(7, 503, "down"));
    assertThat(shop.asked()).hasSize(2);
  }

  @Test
  void saysWhyACallIsNotAllowed() {
    tell(List.of(), new Call(7, callTo("http://[::1]:1/")));

    awaitAnswers(
        failed(
            7,
            Reason.NOT_ALLOWED,
            "[::1]:1 has no public address; list it in tapflow.http.allowed-hosts where flows may"
                + " call it"));
  }

  @Test
  void holdsUpNoMessage() {
    shop.on("/slow", this::untilItMayEnd);

    tell(List.of(say("Wait a moment.")), new Call(7, call("GET", "/slow", 0)));

    await()
        .untilAsserted(
            () ->
                assertThat(view.latest(ana.key(), 1))
                    .extracting(OutboxView.Entry::state)
                    .containsExactly("accepted"));
    assertThat(inbox.of(ana.key())).isEmpty();
    mayEnd.countDown();
    awaitAnswers(answered(7, 200, null));
  }

  @Test
  void tellsTheAnswerWhenTheInboxIsOpenAgain() {
    shop.on("/a", answer(200, ""));
    inbox.close(true);
    tell(List.of(), new Call(7, call("GET", "/a", 0)));
    await().untilAsserted(() -> assertThat(rows()).isZero());

    inbox.close(false);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(inbox.of(ana.key())).containsExactly(answered(7, 200, null)));
    assertThat(shop.asked()).hasSize(1);
  }

  @Test
  void doesNotRepeatWhatMayHaveLeftWhenItsReplicaIsGone() {
    shop.on("/slow", this::untilItMayEnd);
    tell(List.of(), new Call(7, call("POST", "/slow", 0)));
    await().until(() -> !shop.asked().isEmpty());

    loseTheReplica();

    awaitAnswers(failed(7, Reason.UNCLEAR, "its sender is gone"));
    mayEnd.countDown();
    assertThat(shop.asked()).hasSize(1);
  }

  @Test
  void repeatsWhatMayBeRepeatedWhenItsReplicaIsGone() {
    shop.on("/slow", this::untilItMayEnd);
    tell(
        List.of(), new Call(7, call("POST", "/slow", 1)), new Call(8, call("GET", "/slow?get", 0)));
    await().until(() -> shop.asked().size() == 2);

    loseTheReplica();

    await().until(() -> shop.asked().size() == 4);
    mayEnd.countDown();
    await()
        .untilAsserted(
            () ->
                assertThat(inbox.of(ana.key()))
                    .containsExactlyInAnyOrder(answered(7, 200, null), answered(8, 200, null)));
  }

  @Test
  void beginsNothingForWhichNobodyWaitsAnyMore() throws InterruptedException {
    shop.on("/a", answer(200, ""));

    runner.run(taken(call("GET", "/a", 0), 0, Duration.ZERO), time -> true);

    awaitAnswers(failed(7, Reason.TIMEOUT, "it was not begun in time"));
    assertThat(shop.asked()).isEmpty();
  }

  @Test
  void leavesACallWhoseAttemptsAreSpentUnclear() throws InterruptedException {
    shop.on("/a", answer(200, ""));

    runner.run(taken(call("POST", "/a", 1), 2, Duration.ofMinutes(1)), time -> true);

    awaitAnswers(failed(7, Reason.UNCLEAR, "its sender is gone"));
    assertThat(shop.asked()).isEmpty();
  }

  @Test
  void givesACallBackWhenTheProgramEndsBetweenTwoAttempts() throws InterruptedException {
    shop.on("/a", answer(503, ""));

    runner.run(taken(call("POST", "/a", 1), 0, Duration.ofMinutes(1)), time -> false);

    // the taker of this program takes it again, for its second and last attempt
    awaitAnswers(answered(7, 503, null));
    assertThat(shop.asked()).hasSize(2);
  }

  /** A call that is held by this test, under the name of somebody else. */
  private PendingCall taken(HttpCall call, int attempts, Duration left) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              statements.put(List.of(new HttpCallStatements.Put(ana.key(), new Call(7, call))));
              database.update(
                  """
                  UPDATE http_call SET owner = 'test#1', lease_until = now() + interval '1 minute'
                  WHERE contact_key = ?
                  """,
                  ana.key().text());
              var id =
                  database
                      .query(
                          "SELECT id FROM http_call WHERE contact_key = ?",
                          row -> row.getLong("id"),
                          ana.key().text())
                      .getFirst();
              return new PendingCall(ana.key(), id, call, attempts, "test#1", left);
            });
  }

  private void loseTheReplica() {
    database.update(
        """
        UPDATE http_call SET owner = 'gone#1', lease_until = now() - interval '1 second'
        WHERE contact_key = ?
        """,
        ana.key().text());
  }

  private void untilItMayEnd(HttpExchange exchange) throws IOException {
    try {
      mayEnd.await();
      answer(200, "").to(exchange);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void tell(List<Outgoing> messages, Call... calls) {
    turns.take(delivery(messages, calls));
  }

  private Delivery delivery(List<Outgoing> messages, Call... calls) {
    var told = ana.told(messages.toArray(Outgoing[]::new));
    return new Delivery(told.permit(), told.turns(), told.textButton(), List.of(calls));
  }

  private void awaitAnswers(Event... events) {
    await().untilAsserted(() -> assertThat(inbox.of(ana.key())).containsExactly(events));
  }

  private static Event answered(long token, int status, @Nullable Object body) {
    return new Event.HttpAnswered(token, new HttpAnswer.Answered(status, body));
  }

  private static Event failed(long token, Reason reason, String why) {
    return new Event.HttpAnswered(token, new HttpAnswer.Failed(reason, why));
  }

  private HttpCall call(String method, String path, int retry) {
    return new HttpCall(
        method,
        shop.url(path),
        Map.of(),
        Optional.empty(),
        HttpCall.TIMEOUT_OF_SETTINGS,
        retry,
        Optional.empty());
  }

  private static HttpCall callTo(String url) {
    return new HttpCall(
        "GET", url, Map.of(), Optional.empty(), HttpCall.TIMEOUT_OF_SETTINGS, 0, Optional.empty());
  }

  private long rows() {
    return database
        .query(
            "SELECT count(*) AS n FROM http_call WHERE contact_key = ?",
            row -> row.getLong("n"),
            ana.key().text())
        .getFirst();
  }
}
