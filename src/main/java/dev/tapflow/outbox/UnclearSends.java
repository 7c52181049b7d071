package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.channel.LookupResult;
import dev.tapflow.channel.LookupResult.SentMessage;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.outbox.DeliveryStatus.Rank;
import dev.tapflow.outbox.OutboxSettings.Unclear;
import dev.tapflow.outbox.UnclearStatements.Clearing;
import dev.tapflow.outbox.rate.Permission;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Finds out what became of unclear sends: one list call of a key serves all of them. What stays
 * unclear is sent again or left, by the settings.
 */
@Singleton
final class UnclearSends {

  private static final Logger LOG = Logger.getLogger(UnclearSends.class);
  private static final int MOST = 500;

  private final UnclearStatements statements;
  private final KeyStatements keys;
  private final Channels channels;
  private final ChannelStates states;
  private final Throttle throttle;
  private final OwedEvents owed;
  private final OutboxMetrics metrics;
  private final BusinessClock businessClock;
  private final OutboxSettings settings;

  UnclearSends(
      UnclearStatements statements,
      KeyStatements keys,
      Channels channels,
      ChannelStates states,
      Throttle throttle,
      OwedEvents owed,
      OutboxMetrics metrics,
      BusinessClock businessClock,
      OutboxSettings settings) {
    this.statements = statements;
    this.keys = keys;
    this.channels = channels;
    this.states = states;
    this.throttle = throttle;
    this.owed = owed;
    this.metrics = metrics;
    this.businessClock = businessClock;
    this.settings = settings;
  }

  /** Looks up the unclear sends of every key, unless another replica has just done so. */
  void lookUp() {
    channels.all().stream()
        .collect(Collectors.groupingBy(Channel::keyHash))
        .values()
        .forEach(this::lookUp);
  }

  private void lookUp(List<Channel> ofOneKey) {
    var sends = statements.unclear(ofOneKey.stream().map(Channel::name).toList(), MOST);
    var keyHash = ofOneKey.getFirst().keyHash();
    if (sends.isEmpty() || !keys.takeLookup(keyHash, settings.lookupEvery())) {
      return;
    }
    if (!(throttle.askToLookUp(ofOneKey.getFirst()) instanceof Permission.Granted)) {
      return;
    }
    switch (ofOneKey.getFirst().newestSent()) {
      case LookupResult.Listed(var listed) -> search(ofOneKey, sends, listed);
      case LookupResult.SlowDown(var until) ->
          states.pause(
              ofOneKey.getFirst(), until, "the list of sent messages was asked for too often");
      case LookupResult.Failed(var why) -> {
        LOG.debugf("%d sends stay unclear: %s", sends.size(), why);
        sends.forEach(this::lose);
      }
    }
  }

  private void search(List<Channel> ofOneKey, List<UnclearSend> sends, List<SentMessage> listed) {
    Set<String> known =
        statements.known(
            sameCustomers(ofOneKey, sends), listed.stream().map(SentMessage::messageId).toList());
    new Search(listed, known)
        .find(sends, Instant.now().minus(settings.notThereAfter()))
        .forEach(this::conclude);
  }

  /** The list tells a customer's number only, and another channel of the key may write to it. */
  private static List<ContactKey> sameCustomers(List<Channel> ofOneKey, List<UnclearSend> sends) {
    return sends.stream()
        .flatMap(
            send -> ofOneKey.stream().map(channel -> ContactKey.of(channel.name(), send.phone())))
        .distinct()
        .toList();
  }

  private void conclude(UnclearSend send, Search.Finding finding) {
    switch (finding) {
      case Search.Finding.Sent(var message) -> sent(send, message);
      case Search.Finding.NotSent notSent ->
          clear(send, again("it had not left, as the list of sent messages shows"));
      case Search.Finding.Unknown unknown -> lose(send);
    }
  }

  private void sent(UnclearSend send, SentMessage message) {
    var delivery =
        rank(message.status())
            .map(rank -> new Delivery(rank, message.sentAt().orElseGet(businessClock::now)));
    var failed = delivery.filter(it -> it.rank() == Rank.FAILED).isPresent();
    clear(
        send,
        new Clearing(
            MessageState.ACCEPTED,
            Optional.of(message.messageId()),
            delivery,
            failed ? "failed after it was accepted" : "found in the list of sent messages",
            failed));
  }

  private static Optional<Rank> rank(String status) {
    var word = status.toUpperCase(Locale.ROOT);
    return List.of(Rank.values()).stream().filter(rank -> rank.name().equals(word)).findFirst();
  }

  /** Gives up looking, when it has been unclear for too long. */
  private void lose(UnclearSend send) {
    if (send.since().plus(settings.unclearAfter()).isAfter(Instant.now())) {
      return;
    }
    var way = send.free() ? settings.unclearInteractive() : settings.unclearTemplate();
    clear(
        send,
        way == Unclear.AGAIN
            ? again("it stayed unclear, so it is sent again")
            : new Clearing(
                MessageState.LEFT,
                Optional.empty(),
                Optional.empty(),
                "it stayed unclear whether it had left, and was not sent again",
                true));
  }

  private static Clearing again(String why) {
    return new Clearing(MessageState.QUEUED, Optional.empty(), Optional.empty(), why, false);
  }

  private void clear(UnclearSend send, Clearing clearing) {
    if (!statements.clear(send, clearing, businessClock.now())) {
      return;
    }
    LOG.infof(
        "An unclear message to %s is %s: %s", send.contact(), clearing.state(), clearing.why());
    if (clearing.state() != MessageState.QUEUED) {
      metrics.count(send.contact().channel(), clearing.state());
    }
    if (clearing.undelivered()) {
      owed.tell(send.contact());
    }
  }
}
