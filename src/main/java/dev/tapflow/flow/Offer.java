package dev.tapflow.flow;

import java.util.List;
import java.util.Optional;

/** Where the options of a menu come from. */
public sealed interface Offer {

  /** Written in the flow, in groups; without headings there is one group. */
  record Written(List<Option.Group> groups) implements Offer {

    public Written {
      groups = List.copyOf(groups);
    }
  }

  /**
   * One option for each element of a list.
   *
   * @param each gives the list
   * @param as the element's name in the texts, such as {@code branch}
   * @param id names the option in its reply id; empty: its number
   * @param value what {@code save} keeps; empty: the element itself
   * @param more options that follow the list's own
   * @param empty where the conversation goes when there is nothing to offer
   */
  record FromData(
      Expression each,
      String as,
      Optional<Text> id,
      Text title,
      Optional<Text> description,
      Optional<Text> value,
      List<Assignment> set,
      Target goTo,
      List<Option> more,
      Target empty)
      implements Offer {

    public FromData {
      set = List.copyOf(set);
      more = List.copyOf(more);
    }
  }
}
