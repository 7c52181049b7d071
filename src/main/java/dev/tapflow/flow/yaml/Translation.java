package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;
import dev.tapflow.flow.Text;
import java.util.List;
import java.util.Optional;

/**
 * How one file is translated to one language.
 *
 * @param flow empty for bot.yaml
 * @param file the top of the translation; empty where there is none
 * @param texts all that the original says to customers
 * @param orphans lines for something that the original does not have
 * @param logic lines for something that is no text
 */
public record Translation(
    String flow,
    String language,
    Optional<Place> file,
    List<Spoken> texts,
    List<Line> orphans,
    List<Line> logic) {

  public Translation {
    texts = List.copyOf(texts);
    orphans = List.copyOf(orphans);
    logic = List.copyOf(logic);
  }

  /**
   * A text of the original.
   *
   * @param key as a translation may write it, such as {@code main_menu.options.orders.title}
   * @param place where it is translated; empty where it is not
   */
  public record Spoken(String key, Text text, Optional<Place> place) {}

  /** A line of the translation. */
  public record Line(String key, Place place) {}
}
