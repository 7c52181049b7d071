package dev.tapflow.outbox;

import static dev.tapflow.outbox.Customer.ask;
import static dev.tapflow.outbox.Customer.say;
import static dev.tapflow.outbox.Customer.template;
import static dev.tapflow.outbox.StubOctopods.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tapflow.database.Database;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import dev.tapflow.outbox.StubOctopods.Reaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way out: put in a transaction, sent over HTTP, settled. */
@QuarkusTest
class SendingTest {

  @Inject Turns turns;
  @Inject OutboxView view;
  @Inject ChannelStates channels;
  @Inject StubOctopods octopods;
  @Inject Database database;

  private final HeardInbox inbox = new HeardInbox();
  private final Customer ana = Customer.somebody();

  @BeforeEach
  void listen() {
    QuarkusMock.installMockForType(new OwedEvents(database, inbox), OwedEvents.class);
    octopods.listAnswers(200);
    channels.resume("lab");
  }

  @Test
  void sendsWhatATurnSaysAndKeepsBothIds() {
    tell(ana.told(say("Hello."), ask("Shall we?", 7)));

    awaitStates(ana, "accepted");
    assertThat(octopods.textsTo(ana.number())).containsExactly("Hello.\n\nShall we?");
    var taken = octopods.takenBy(ana.number()).getFirst();
    assertThat(view.latest(ana.key(), 10).getFirst())
        .satisfies(
            entry -> {
              assertThat(entry.messageId()).hasValue(String.valueOf(taken.id()));
              assertThat(entry.channelMessageId()).hasValue(taken.wamid());
              assertThat(entry.attempts()).isEqualTo(1);
            });
  }

  @Test
  void aTextNeverBecomesPartOfTheNextTurnsQuestion() {
    tell(ana.toldInTurns(List.of(List.of(say("Hello.")), List.of(ask("Shall we?", 7)))));

    awaitStates(ana, "accepted", "accepted");
    assertThat(octopods.textsTo(ana.number())).containsExactly("Hello.", "Shall we?");
  }

  @Test
  void sendsEverythingOnceAndInOrderHoweverManyTurnsPutAtOnce() throws Exception {
    var customers = IntStream.range(0, 5).mapToObj(i -> Customer.somebody()).toList();
    var texts = IntStream.range(0, 40).mapToObj(i -> "n" + i).toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(customers.stream().map(it -> tellingOneByOne(it, texts)).toList());
    }

    for (var customer : customers) {
      await().untilAsserted(() -> assertThat(octopods.textsTo(customer.number())).isEqualTo(texts));
    }
  }

  private Callable<Boolean> tellingOneByOne(Customer customer, List<String> texts) {
    return () -> {
      texts.forEach(text -> tell(customer.told(say(text))));
      return true;
    };
  }

  @Test
  void tellsTheFlowOfARefusalAndGoesOn() {
    octopods.order(ana.number(), error(400, 5));

    tell(ana.told(ask("One?", 7), ask("Two?", 8)));

    awaitStates(ana, "refused", "accepted");
    assertThat(view.latest(ana.key(), 10).getFirst().why()).hasValue("HTTP 400 code 5: no 5");
    awaitEvents(ana, new Event.Undelivered(Purpose.QUESTION, 7, "HTTP 400 code 5: no 5"));
  }

  @Test
  void sendsOnlyTheTemplateThroughAClosedWindow() {
    var closed = ana.withWindowUntil(Instant.now().minusSeconds(1));

    tell(closed.told(say("Late."), template("5512"), ask("Still there?", 7)));

    awaitStates(closed, "dropped", "accepted", "dropped");
    assertThat(octopods.textsTo(ana.number())).containsExactly("template 5512");
    awaitEvents(
        closed, new Event.WindowClosed(List.of(Purpose.STATEMENT, Purpose.QUESTION), false));
  }

  @Test
  void closesTheWindowWhenTheChannelSaysSoUntilTheCustomerOpensAnother() {
    octopods.order(ana.number(), error(400, 7));

    tell(ana.told(ask("One?", 7), ask("Two?", 8)));
    awaitStates(ana, "dropped", "dropped");
    awaitEvents(ana, new Event.WindowClosed(List.of(Purpose.QUESTION, Purpose.QUESTION), true));

    tell(ana.told(ask("Three?", 9)));
    awaitStates(ana, "dropped", "dropped", "dropped");
    tell(ana.withWindowUntil(ana.windowClosesAt().plusSeconds(1)).told(ask("Four?", 10)));
    awaitStates(ana, "dropped", "dropped", "dropped", "accepted");
    assertThat(octopods.textsTo(ana.number())).containsExactly("Four?");
  }

  @Test
  void pausesTheKeyUntilTheTimeTheChannelNames() {
    octopods.order(ana.number(), new Reaction.Answer(429, "{}", Map.of("Retry-After", "1")));
    var begun = Instant.now();

    tell(ana.told(ask("One?", 7)));

    awaitStates(ana, "accepted");
    assertThat(octopods.takenBy(ana.number()).getFirst().at()).isAfter(begun.plusSeconds(1));
  }

  @Test
  void triesLaterWhatNeverLeft() {
    octopods.order(ana.number(), error(503, 0), error(503, 0));

    tell(ana.told(ask("One?", 7)));

    awaitStates(ana, "accepted");
    assertThat(view.latest(ana.key(), 10).getFirst().attempts()).isEqualTo(3);
  }

  @Test
  void findsAMessageThatWasAcceptedWithoutAnAnswerAndHoldsWhatFollows() {
    octopods.order(ana.number(), new Reaction.CutAfterAccepting());

    tell(ana.told(ask("One?", 7), ask("Two?", 8)));

    awaitStates(ana, "accepted", "accepted");
    assertThat(octopods.textsTo(ana.number())).containsExactly("One?", "Two?");
    assertThat(view.latest(ana.key(), 10).getFirst().why())
        .hasValue("found in the list of sent messages");
  }

  @Test
  void findsATemplateThatTookTooLongToAnswer() {
    octopods.order(ana.number(), new Reaction.SilenceAfterAccepting());

    tell(ana.told(template("5512")));

    awaitStates(ana, "accepted");
    assertThat(octopods.textsTo(ana.number())).containsExactly("template 5512");
  }

  @Test
  void sendsAgainWhatTheListShowsNeverArrived() {
    octopods.order(ana.number(), new Reaction.CutBeforeAccepting());

    tell(ana.told(ask("One?", 7)));

    awaitStates(ana, "accepted");
    assertThat(octopods.textsTo(ana.number())).containsExactly("One?");
    assertThat(view.latest(ana.key(), 10).getFirst().attempts()).isEqualTo(2);
  }

  @Test
  void leavesATemplateButRepeatsAQuestionWhenNobodyCanTell() {
    var bea = Customer.somebody();
    octopods.listAnswers(500);
    octopods.order(ana.number(), new Reaction.CutBeforeAccepting());
    octopods.order(bea.number(), new Reaction.CutBeforeAccepting());

    tell(ana.told(template("5512")));
    tell(bea.told(ask("One?", 7)));

    awaitStates(ana, "left");
    awaitStates(bea, "accepted");
    octopods.listAnswers(200);
    assertThat(octopods.textsTo(ana.number())).isEmpty();
    await().untilAsserted(() -> assertThat(inbox.of(ana.key())).hasSize(1));
  }

  @Test
  void keepsMessagesOfAStoppedChannelUntilSomebodyResumesIt() {
    octopods.listAnswers(401);
    octopods.order(ana.number(), error(401, 0));

    tell(ana.told(ask("One?", 7)));

    await()
        .untilAsserted(() -> assertThat(state()).isInstanceOf(ChannelStates.State.Stopped.class));
    assertThat(states(ana)).containsExactly("queued");
    assertThat(channels.resume("lab")).isTrue();
    awaitStates(ana, "accepted");
    octopods.listAnswers(200);
    assertThat(state()).isEqualTo(new ChannelStates.State.Sending());
    assertThat(channels.resume("nobody")).isFalse();
  }

  @Test
  void goesOnByItselfWhenAProbeFindsTheKeyMended() {
    octopods.order(ana.number(), error(400, 6));

    tell(ana.told(ask("One?", 7)));

    awaitStates(ana, "accepted");
    assertThat(state()).isEqualTo(new ChannelStates.State.Sending());
  }

  @Test
  void triesOneMessageWhenInteractiveMessagesWereNotEnabled() {
    octopods.order(ana.number(), error(403, 0), error(403, 0));

    tell(ana.told(ask("One?", 7)));

    awaitStates(ana, "accepted");
    assertThat(octopods.textsTo(ana.number())).containsExactly("One?");
  }

  @Test
  void supersedesWhatWaitedWhenAnAgentCame() {
    IntStream.range(0, 50).forEach(i -> octopods.order(ana.number(), error(503, 0)));
    tell(ana.told(ask("One?", 7)));
    await().until(() -> view.latest(ana.key(), 1).getFirst().attempts() > 0);

    tell(ana.takenByAnAgent().told());

    awaitStates(ana, "superseded");
    assertThat(inbox.of(ana.key())).isEmpty();
  }

  @Test
  void saysNothingToACustomerWhoOptedOut() {
    tell(ana.whoOptedOut().told(ask("One?", 7), template("5512")));

    awaitStates(ana, "superseded", "superseded");
    assertThat(octopods.textsTo(ana.number())).isEmpty();
  }

  @Test
  void owesTheEventUntilTheInboxHasIt() {
    inbox.close(true);
    octopods.order(ana.number(), error(400, 2));
    tell(ana.told(ask("One?", 7)));
    awaitStates(ana, "refused");

    inbox.close(false);

    awaitEvents(ana, new Event.Undelivered(Purpose.QUESTION, 7, "HTTP 400 code 2: no 2"));
  }

  private ChannelStates.State state() {
    return channels.all().stream()
        .filter(it -> it.name().equals("lab"))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private void tell(Outbox.Delivery delivery) {
    turns.take(delivery);
  }

  private List<String> states(Customer customer) {
    return view.latest(customer.key(), 100).stream().map(OutboxView.Entry::state).toList();
  }

  private void awaitStates(Customer customer, String... states) {
    await().untilAsserted(() -> assertThat(states(customer)).containsExactly(states));
  }

  private void awaitEvents(Customer customer, Event... events) {
    await().untilAsserted(() -> assertThat(inbox.of(customer.key())).containsExactly(events));
  }
}
