package dev.tapflow.flow.yaml;

/** {@code commands: off}: while this is asked, "menu" and the like are answers. */
final class CommandsSwitch {

  private CommandsSwitch() {}

  static boolean isOff(Fields fields) {
    return fields.has("commands") && !fields.flag("commands");
  }
}
