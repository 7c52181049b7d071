package dev.tapflow.hosting;

import static java.util.stream.Collectors.toSet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The environment variables that the program reads. */
final class Settings {

  /** Of the framework's, those that an operator sets. */
  private static final Set<String> OF_THE_FRAMEWORK =
      Set.of(
          "QUARKUS_DATASOURCE_JDBC_URL",
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_DATASOURCE_PASSWORD",
          "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
          "QUARKUS_HTTP_PORT");

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Set<Pattern> OURS = ours();

  private Settings() {}

  static boolean exists(String variable) {
    return OF_THE_FRAMEWORK.contains(variable)
        || OURS.stream().anyMatch(setting -> setting.matcher(variable).matches());
  }

  private static Set<Pattern> ours() {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith("Settings.java"))
          .map(Settings::classOf)
          .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
          .map(ConfigClass::configClass)
          .flatMap(mapping -> ConfigMappings.getProperties(mapping).keySet().stream())
          .map(Settings::variable)
          .collect(toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> classOf(Path source) {
    var name = SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.');
    try {
      return Class.forName(name, false, Settings.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A name with a {@code *} stands for one such as a channel's. */
  private static Pattern variable(String name) {
    return Pattern.compile(
        name.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT).replace("*", "[A-Z0-9]+"));
  }
}
