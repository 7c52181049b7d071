package dev.tapflow.flow;

import java.util.Optional;

/**
 * A field of the contact as {@code bot.yaml} declares it.
 *
 * @param max the most code points its text may have: longer ones are cut
 * @param secret true where its value must not be seen in traces, logs and history
 */
public record ContactField(FieldType type, Optional<Integer> max, boolean secret) {

  /** A field of this type with nothing more to it. */
  public static ContactField of(FieldType type) {
    return new ContactField(type, Optional.empty(), false);
  }
}
