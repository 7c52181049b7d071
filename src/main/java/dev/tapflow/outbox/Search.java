package dev.tapflow.outbox;

import dev.tapflow.channel.LookupResult.SentMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for unclear sends in the list of what a key has sent. The list names neither text nor
 * WhatsApp's id, but a contact has one message in flight: an entry to its number, not older than
 * the attempt, whose id we do not have is the one. Pure.
 *
 * @param listed newest first
 * @param known ids of the list that belong to other messages of ours
 */
record Search(List<SentMessage> listed, Set<String> known) {

  /** The vendor lists this many at most; a shorter list is all there is. */
  private static final int FULL_LIST = 100;

  /** The vendor's clock, and its times in whole seconds. */
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /** What the list says of a send. */
  sealed interface Finding {

    record Sent(SentMessage message) implements Finding {}

    /** It is not there, and would be. */
    record NotSent() implements Finding {}

    record Unknown() implements Finding {}
  }

  /**
   * Looks for all of them at once; each entry of the list is one send's at most.
   *
   * @param since attempts that ended after this may still be at the vendor's: missing says nothing
   *     yet
   */
  Map<UnclearSend, Finding> find(List<UnclearSend> sends, Instant since) {
    var taken = new HashSet<>(known);
    var findings = new HashMap<UnclearSend, Finding>();
    var inOrder = new ArrayList<>(sends);
    inOrder.sort(Comparator.comparing(UnclearSend::begunAt));
    for (var send : inOrder) {
      var sent = listed.stream().filter(it -> mayBe(send, it, taken)).min(BY_TIME);
      sent.ifPresent(it -> taken.add(it.messageId()));
      findings.put(
          send, sent.<Finding>map(Finding.Sent::new).orElseGet(() -> missing(send, since)));
    }
    return findings;
  }

  private static final Comparator<SentMessage> BY_TIME =
      Comparator.comparing(it -> it.sentAt().orElse(Instant.MAX));

  private static boolean mayBe(UnclearSend send, SentMessage entry, Set<String> taken) {
    return !taken.contains(entry.messageId())
        && entry.phone().filter(it -> it.normalForm().equals(send.phone().normalForm())).isPresent()
        && entry.sentAt().filter(at -> !at.isBefore(earliest(send))).isPresent();
  }

  private Finding missing(UnclearSend send, Instant since) {
    var oldest =
        listed.stream().map(SentMessage::sentAt).flatMap(Optional::stream).min(Instant::compareTo);
    var reachesBack =
        listed.size() < FULL_LIST || oldest.filter(at -> at.isBefore(earliest(send))).isPresent();
    return reachesBack && send.since().isBefore(since)
        ? new Finding.NotSent()
        : new Finding.Unknown();
  }

  private static Instant earliest(UnclearSend send) {
    return send.begunAt().minus(MARGIN);
  }
}
