package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;

/**
 * A name that must mean something elsewhere in the folder.
 *
 * @param name for a step {@code flow#step}
 */
public record Reference(Kind kind, String name, Place place) {

  /** What the name should be a name of. */
  public enum Kind {
    STEP,
    FLOW,
    TEMPLATE,
    TEAM,
    HOURS,
    CONTACT_FIELD
  }
}
