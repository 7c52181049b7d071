package dev.tapflow.flow.yaml;

import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;

/** {@code commands: off}: while this is asked, "menu" and the like are answers. */
final class CommandsSwitch {

  static final Vocabulary KEYS =
      Vocabulary.of("Commands")
          .may("commands", Scalar.FLAG, "off: words such as \"menu\" are answers, not commands.");

  private CommandsSwitch() {}

  static boolean isOff(Fields fields) {
    return fields.has("commands") && !fields.flag("commands");
  }
}
