package dev.tapflow.engine;

import dev.tapflow.flow.Option;
import java.util.Optional;

/**
 * An option that is offered at this moment: written in the flow, or made of one element of a list.
 *
 * @param group the group it stands in, from 0
 * @param item the element it is made of
 * @param nameless true where its id is nothing but its number in the list
 */
record Offered(Option option, int group, Optional<Item> item, boolean nameless) {

  static Offered written(Option option, int group) {
    return new Offered(option, group, Optional.empty(), false);
  }
}
