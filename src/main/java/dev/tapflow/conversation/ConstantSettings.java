package dev.tapflow.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Settings {@code tapflow.values.<name>}: other values for the constants of {@code bot.yaml}, say a
 * price on one site. As environment variables too: {@code TAPFLOW_VALUES_CITY_TAX} is {@code
 * tapflow.values.city_tax}.
 */
@ApplicationScoped
class ConstantSettings {

  static final String PREFIX = "tapflow.values.";

  private final Config config;

  ConstantSettings(Config config) {
    this.config = config;
  }

  /**
   * What is set, by the constant's name. A setting whose name is none of them keeps its own.
   *
   * @param names of all constants: an environment variable does not tell "_" from "." and "-"
   */
  SortedMap<String, String> values(Collection<String> names) {
    var byVariable = new HashMap<String, String>();
    names.forEach(name -> byVariable.put(variable(name), name));
    var values = new TreeMap<String, String>();
    for (var setting : settings()) {
      var given = setting.substring(PREFIX.length());
      var variable = variable(given);
      var name = byVariable.getOrDefault(variable, variable.toLowerCase(Locale.ROOT));
      // asked by the constant's name first, so that the usual order of the sources counts
      config
          .getOptionalValue(PREFIX + name, String.class)
          .or(() -> config.getOptionalValue(setting, String.class))
          .ifPresent(it -> values.put(name, it));
    }
    return values;
  }

  /** By both kinds of names: a variable of the environment may be listed under its own. */
  private List<String> settings() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(it -> variable(it).startsWith(variable(PREFIX)))
        .sorted()
        .toList();
  }

  /** What to say of a value that was refused. */
  static List<String> problems(Map<String, String> refused) {
    return refused.entrySet().stream()
        .map(it -> "%s%s: %s".formatted(PREFIX, it.getKey(), it.getValue()))
        .toList();
  }

  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
