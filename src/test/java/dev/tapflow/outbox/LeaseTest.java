package dev.tapflow.outbox;

import static dev.tapflow.outbox.Customer.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tapflow.database.Database;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Outgoing;
import dev.tapflow.outbox.ClaimStatements.Lease;
import dev.tapflow.outbox.Outbox.Permit;
import dev.tapflow.outbox.PutStatements.Permitted;
import dev.tapflow.outbox.PutStatements.Put;
import dev.tapflow.outbox.SettleStatements.Ended;
import dev.tapflow.outbox.SettleStatements.Settlement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * The right to send to a contact, statement by statement. The channel of these contacts is
 * nobody's.
 */
@QuarkusTest
class LeaseTest {

  private static final Duration LEASE = Duration.ofSeconds(15);

  @Inject PutStatements puts;
  @Inject ClaimStatements claims;
  @Inject SettleStatements settles;
  @Inject OutboxView view;
  @Inject Database database;

  private final ContactKey ana = ContactKey.of("nowhere", Customer.somebody().phone());

  @Test
  void isGivenToTheFirstTurnWhileTheNextOnlyQueues() {
    assertThat(put("a#1", ask("One?", 1), ask("Two?", 2))).containsExactly(ana);
    assertThat(put("b#1", ask("Three?", 3))).isEmpty();

    assertThat(claim("b#1")).isEmpty();
    assertThat(claim("a#1")).hasValueSatisfying(it -> assertThat(sequence(it)).isEqualTo(1));
    assertThat(states()).containsExactly("queued", "queued", "queued");
  }

  @Test
  void isNotTakenByATurnThatSaysNothing() {
    assertThat(put("a#1")).isEmpty();
    assertThat(put("b#1", ask("One?", 1))).containsExactly(ana);
  }

  @Test
  void isNotTakenByATurnWhileTheContactWaitsForALaterTime() {
    put("a#1", ask("One?", 1));
    claims.giveBack(new Lease(ana, "a#1"), Instant.now().plusSeconds(60));

    assertThat(put("b#1", ask("Two?", 2))).isEmpty();
  }

  @Test
  void isClaimedOnceEvenBesideAnOldNameOfTheSameContact() {
    put("a#1", ask("One?", 1));

    assertThat(claims.claim(List.of(new Lease(ana, "old#1"), new Lease(ana, "a#1"))))
        .extracting(Claim::lease)
        .containsExactly("a#1");
  }

  @Test
  void passesToTheNextMessageAndEndsWithTheLast() {
    put("a#1", ask("One?", 1), ask("Two?", 2));
    var first = claim("a#1").orElseThrow();

    var second = settle(first).orElseThrow();

    assertThat(sequence(second)).isEqualTo(2);
    assertThat(settle(second)).isEmpty();
    assertThat(claim("a#1")).isEmpty();
    assertThat(states()).containsExactly("accepted", "accepted");
    assertThat(put("b#1", ask("Three?", 3))).containsExactly(ana);
  }

  @Test
  void settlesNothingForAReplicaThatLostIt() {
    put("a#1", ask("One?", 1));
    var claim = claim("a#1").orElseThrow();
    database.update("UPDATE recipient SET owner = 'b#1' WHERE contact_key = ?", ana.text());

    assertThat(settle(claim)).isEmpty();
    settles.putBack(claim, claim.head(), 1, "no", Instant.now());
    assertThat(settles.drop(claim, true, "no", Instant.now())).isZero();
    assertThat(settles.begin(claim, claim.head())).isFalse();

    assertThat(states()).containsExactly("queued");
    assertThat(view.latest(ana, 1).getFirst().attempts()).isZero();
  }

  @Test
  void ranOutMeansThatTheHeadMayHaveLeftAndTheRestHasNot() {
    put("a#1", ask("One?", 1), ask("Two?", 2));
    database.update(
        "UPDATE recipient SET lease_until = now() - interval '1 second' WHERE contact_key = ?",
        ana.text());

    // the running sweeper may be first
    await()
        .untilAsserted(
            () -> {
              claims.takeLost(1000);
              assertThat(states()).containsExactly("unclear", "queued");
            });
    assertThat(claims.takeDue("nowhere", 1000, "b#1")).contains(new Lease(ana, "b#1"));
  }

  @Test
  void isTakenByOneReplicaOnly() {
    put("a#1", ask("One?", 1));
    claims.giveBack(new Lease(ana, "a#1"), Instant.now().minusSeconds(1));

    assertThat(claims.takeDue("nowhere", 1000, "b#1")).contains(new Lease(ana, "b#1"));
    assertThat(claims.takeDue("nowhere", 1000, "c#1")).doesNotContain(new Lease(ana, "c#1"));
  }

  @Test
  void isKeptWhenATurnPutsMoreAtTheMomentOfTheLastSettle() throws Exception {
    put("a#1", ask("One?", 1));
    var last = claim("a#1").orElseThrow();
    var hasPut = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    var turn =
        CompletableFuture.runAsync(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          putNow("b#1", ana, ask("Two?", 2));
                          hasPut.countDown();
                          waitFor(mayCommit);
                        }),
            Thread::startVirtualThread);
    hasPut.await();

    // the settle waits for the turn's lock, and must see then what the turn has put
    var settled = CompletableFuture.supplyAsync(() -> settle(last), Thread::startVirtualThread);
    await().until(this::somebodyWaitsForALock);
    mayCommit.countDown();
    turn.get();

    assertThat(settled.get()).hasValueSatisfying(it -> assertThat(sequence(it)).isEqualTo(2));
  }

  @Test
  void areAllSettledWhenTurnsHaveJustWrittenToSeveralContacts() throws Exception {
    var others = List.of(contact(), contact(), contact());
    others.forEach(other -> put("a#1", other, ask("One?", 1)));
    var claimed = claims.claim(others.stream().map(it -> new Lease(it, "a#1")).toList());
    var hasPut = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    var turns =
        CompletableFuture.runAsync(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          others.stream()
                              .sorted()
                              .forEach(other -> putNow("b#1", other, ask("Two?", 2)));
                          hasPut.countDown();
                          waitFor(mayCommit);
                        }),
            Thread::startVirtualThread);
    hasPut.await();
    var settled =
        CompletableFuture.supplyAsync(
            () -> settles.settle(claimed.stream().map(LeaseTest::accepted).toList(), Instant.now()),
            Thread::startVirtualThread);
    await().until(this::somebodyWaitsForALock);
    mayCommit.countDown();
    turns.get();

    assertThat(settled.get()).extracting(LeaseTest::sequence).containsExactly(2L, 2L, 2L);
  }

  private static ContactKey contact() {
    return ContactKey.of("nowhere", Customer.somebody().phone());
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean somebodyWaitsForALock() {
    return !database
        .query(
            "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE ?",
            row -> 1,
            "%FOR UPDATE) r%")
        .isEmpty();
  }

  private List<ContactKey> put(String lease, Outgoing... messages) {
    return put(lease, ana, messages);
  }

  private List<ContactKey> put(String lease, ContactKey contact, Outgoing... messages) {
    return QuarkusTransaction.requiringNew().call(() -> putNow(lease, contact, messages)).stream()
        .filter(row -> row.owner().filter(lease::equals).isPresent())
        .map(Permitted::contact)
        .toList();
  }

  private List<Permitted> putNow(String lease, ContactKey contact, Outgoing... messages) {
    var trip = database.trip();
    var permitted = puts.put(trip, List.of(said(contact, messages)), lease, LEASE, Instant.now());
    trip.send();
    return permitted.get();
  }

  private static Put said(ContactKey contact, Outgoing... messages) {
    var closesAt = Optional.of(Instant.now().plusSeconds(3600));
    return new Put(
        new Permit(contact, Optional.of(Customer.somebody().phone()), closesAt, false, false),
        List.of(messages));
  }

  private Optional<Claim> claim(String lease) {
    return claims.claim(List.of(new Lease(ana, lease))).stream().findFirst();
  }

  private Optional<Claim> settle(Claim claim) {
    return settles.settle(List.of(accepted(claim)), Instant.now()).stream().findFirst();
  }

  private static Ended accepted(Claim claim) {
    var end =
        new Settlement(
            MessageState.ACCEPTED,
            1,
            Optional.of("7"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    return new Ended(claim, claim.head(), end);
  }

  private static long sequence(Claim claim) {
    return claim.head().sequence();
  }

  private List<String> states() {
    return view.latest(ana, 100).stream().map(OutboxView.Entry::state).toList();
  }
}
