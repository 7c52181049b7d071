package dev.tapflow.engine;

import dev.tapflow.flow.Target;
import dev.tapflow.message.Outbound;
import java.util.List;
import java.util.Optional;

/**
 * A question made ready to be put.
 *
 * @param page the page of a long list that the messages show, from 0
 * @param instead where the conversation goes because there is nothing to choose from
 */
record Asked(List<Outbound> messages, int page, Optional<Target> instead) {

  Asked {
    messages = List.copyOf(messages);
  }

  static Asked by(List<Outbound> messages) {
    return new Asked(messages, 0, Optional.empty());
  }
}
