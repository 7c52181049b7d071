package dev.tapflow.conversation;

import dev.tapflow.message.ContactKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Reads contacts and their conversations for pages; nothing is changed here. */
@ApplicationScoped
public class Contacts {

  private static final int LINES = 50;

  private final ContactRepository contacts;
  private final ConversationRepository conversations;
  private final TransitionRepository transitions;

  Contacts(
      ContactRepository contacts,
      ConversationRepository conversations,
      TransitionRepository transitions) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.transitions = transitions;
  }

  /** The contact as it is now; empty where it never wrote. */
  @Transactional
  public Optional<ContactView> find(ContactKey key) {
    return contacts.findByIdOptional(key.text()).map(found -> view(key, found));
  }

  private ContactView view(ContactKey key, ContactEntity found) {
    return new ContactView(
        key,
        Optional.ofNullable(found.profileName),
        Optional.ofNullable(found.language),
        SessionJson.readValues(found.fields),
        found.optedOut,
        Optional.ofNullable(found.lastInboundAt),
        Optional.ofNullable(found.windowClosesAt),
        conversations.latest(key.text()).map(Contacts::running),
        transitions.newest(key.text(), LINES).stream().map(Contacts::line).toList());
  }

  private static ContactView.Running running(ConversationEntity stored) {
    return new ContactView.Running(stored.release, SessionJson.read(stored.session));
  }

  private static ContactView.Line line(TransitionEntity stored) {
    return new ContactView.Line(
        stored.occurredAt,
        stored.flow,
        stored.step,
        stored.exit,
        Optional.ofNullable(stored.target),
        stored.reason,
        SessionJson.readValues(stored.lookedAt));
  }
}
