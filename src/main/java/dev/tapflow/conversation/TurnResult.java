package dev.tapflow.conversation;

import dev.tapflow.conversation.TransitionTable.Transition;
import dev.tapflow.inbox.InboundEvents.SetAside;
import dev.tapflow.message.Outgoing;
import dev.tapflow.outbox.Outbox.Call;
import dev.tapflow.outbox.Outbox.TextButton;
import java.util.ArrayList;
import java.util.List;

/**
 * What all events of one contact in a batch came to.
 *
 * @param conversations those that changed, oldest first; a batch may end one and begin the next
 * @param turns the messages of each event's turn
 * @param botIsSilent an agent is asked for or has the conversation
 */
record TurnResult(
    ContactState contact,
    List<StoredConversation> conversations,
    List<Transition> transitions,
    List<List<Outgoing>> turns,
    List<Call> calls,
    TextButton textButton,
    List<SetAside> setAside,
    boolean botIsSilent) {

  TurnResult {
    conversations = List.copyOf(conversations);
    transitions = List.copyOf(transitions);
    turns = List.copyOf(turns);
    calls = List.copyOf(calls);
    setAside = List.copyOf(setAside);
  }

  /** Gathers a result while one event after another is stepped. */
  static final class Draft {

    private ContactState contact;
    private final List<StoredConversation> conversations = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final List<List<Outgoing>> turns = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();

    Draft(ContactState contact) {
      this.contact = contact;
    }

    ContactState contact() {
      return contact;
    }

    void contact(ContactState changed) {
      this.contact = changed;
    }

    /** Keeps a conversation's newest state; the same conversation replaces what it was before. */
    void conversation(StoredConversation changed) {
      conversations.removeIf(
          earlier -> earlier.conversation().ordinal() == changed.conversation().ordinal());
      conversations.add(changed);
    }

    void transition(Transition transition) {
      transitions.add(transition);
    }

    /** What one turn says; folding stays inside it. */
    void turn(List<Outgoing> messages) {
      if (!messages.isEmpty()) {
        turns.add(List.copyOf(messages));
      }
    }

    void call(Call call) {
      calls.add(call);
    }

    void setAside(SetAside failed) {
      setAside.add(failed);
    }

    TurnResult finish(TextButton textButton, boolean botIsSilent) {
      return new TurnResult(
          contact, conversations, transitions, turns, calls, textButton, setAside, botIsSilent);
    }
  }
}
