package dev.tapflow.conversation;

import dev.tapflow.message.ContactKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Tells pages on this replica whose conversations have changed. A nudge: what changed is read. */
@ApplicationScoped
public class ConversationNews {

  private static final Logger LOG = Logger.getLogger(ConversationNews.class);

  private final List<Consumer<ContactKey>> listeners = new CopyOnWriteArrayList<>();

  /** Listens until the returned subscription is closed. The listener must not block. */
  public Subscription listen(Consumer<ContactKey> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell(List<ContactKey> changed) {
    for (var listener : listeners) {
      for (var contact : changed) {
        tell(listener, contact);
      }
    }
  }

  private static void tell(Consumer<ContactKey> listener, ContactKey contact) {
    try {
      listener.accept(contact);
    } catch (RuntimeException e) {
      // the turn is committed: a page that cannot be told must not make it look failed
      LOG.warn("A page could not be told of a changed conversation", e);
    }
  }

  /** Ends the listening. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
