package dev.tapflow.outbox;

import dev.tapflow.database.Answer;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.HttpCall;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.outbox.ClaimStatements.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes what turns put on its way. */
public interface Outbox {

  /**
   * Writes the permits, messages and calls of a batch of turns with multi-row statements, in the
   * caller's transaction, and takes the lease of each contact that nobody holds.
   *
   * @param trip the round trip that the statements are added to
   * @param deliveries at most one a contact, in contact key order
   * @return what this replica may send at once; give it to {@link #begin} after the commit
   */
  Answer<HandedOver> put(RoundTrip trip, List<Delivery> deliveries);

  /** Starts sending; call it only after the transaction of {@link #put} has committed. */
  void begin(HandedOver handedOver);

  /** What a batch of turns leaves in the hands of this replica. */
  final class HandedOver {

    private static final HandedOver NOTHING = new HandedOver(List.of(), List.of(), false);

    private final List<Claim> claims;
    private final List<Lease> leases;
    private final boolean hasCalls;

    /**
     * Contacts whose lease this replica took.
     *
     * @param claims those whose queue was empty: nothing need be read to send to them
     * @param leases those of which more waits than this turn has put
     * @param hasCalls calls were put, too
     */
    HandedOver(List<Claim> claims, List<Lease> leases, boolean hasCalls) {
      this.claims = List.copyOf(claims);
      this.leases = List.copyOf(leases);
      this.hasCalls = hasCalls;
    }

    /** For a batch in which nothing was said. */
    public static HandedOver nothing() {
      return NOTHING;
    }

    List<Claim> claims() {
      return claims;
    }

    List<Lease> leases() {
      return leases;
    }

    boolean hasCalls() {
      return hasCalls;
    }
  }

  /**
   * What one turn means for one contact's sending.
   *
   * @param turns the messages of each turn in order, as the engine said them; the outbox fits a
   *     turn's to the channel (folds texts) before it writes them. One turn's text never becomes
   *     part of another's question, whether or not a batch holds both; may be empty where only the
   *     permit changes
   * @param textButton the one button under a text where the channel sends no plain text
   * @param calls to services; they wait for no message, and no message waits for them
   */
  record Delivery(
      Permit permit, List<List<Outgoing>> turns, TextButton textButton, List<Call> calls) {
    public Delivery {
      turns = turns.stream().map(List::copyOf).toList();
      calls = List.copyOf(calls);
    }

    /** One that calls nobody. */
    public Delivery(Permit permit, List<List<Outgoing>> turns, TextButton textButton) {
      this(permit, turns, textButton, List.of());
    }
  }

  /** A call; its answer comes through the inbox, with the token. */
  record Call(long token, HttpCall call) {}

  /**
   * The button that a plain text carries.
   *
   * @param id its reply id
   * @param title at most 20 code points
   */
  record TextButton(String id, String title) {}

  /**
   * What the sender's gate must know of a contact; it reads nothing else.
   *
   * @param address empty where the channel gave no number to answer to
   * @param windowClosesAt business time, safety margin taken off
   * @param silent an agent is asked for or has the conversation
   */
  record Permit(
      ContactKey contact,
      Optional<PhoneNumber> address,
      Optional<Instant> windowClosesAt,
      boolean optedOut,
      boolean silent) {}
}
