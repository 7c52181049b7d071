package dev.tapflow.flow;

import java.util.Map;
import java.util.Optional;

/**
 * A field of the contact as {@code bot.yaml} declares it.
 *
 * @param max the most code points its text may have: longer ones are cut
 * @param secret true where its value must not be seen in traces, logs and history
 */
public record ContactField(FieldType type, Optional<Integer> max, boolean secret) {

  /**
   * Fields that every contact has, declared or not: what the bot speaks with it, and its labels.
   */
  public static final Map<String, FieldType> BUILT_IN =
      Map.of("language", FieldType.TEXT, "tags", FieldType.LIST);

  /** A field of this type with nothing more to it. */
  public static ContactField of(FieldType type) {
    return new ContactField(type, Optional.empty(), false);
  }
}
