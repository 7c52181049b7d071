package dev.tapflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A room owns its tables: they are created in the migrations named after it, and it alone asks
 * them.
 */
class TablesTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path ROOMS = Path.of("src/main/java/dev/tapflow");
  private static final Pattern ROOM_OF_A_MIGRATION = Pattern.compile("V\\d+__([a-z]+).*\\.sql");
  private static final Pattern CREATED = Pattern.compile("(?i)create table (\\w+)");
  private static final Pattern ASKED =
      Pattern.compile("(?i)\\b(?:from|join|into|update|truncate)\\s+(?:only\\s+)?(\\w+)\\b");

  @Test
  void areAskedByTheirOwnRoomOnly() throws IOException {
    var owners = owners();

    assertThat(owners).isNotEmpty();
    try (var sources = Files.walk(ROOMS)) {
      assertThat(
              sources
                  .filter(file -> file.toString().endsWith(".java"))
                  .flatMap(source -> strangers(source, owners)))
          .isEmpty();
    }
  }

  private static Map<String, String> owners() throws IOException {
    try (var migrations = Files.list(MIGRATIONS)) {
      return migrations
          .flatMap(
              file ->
                  found(CREATED, read(file)).map(table -> Map.entry(table, roomOfMigration(file))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private static Stream<String> strangers(Path source, Map<String, String> owners) {
    var room = ROOMS.relativize(source).getName(0).toString();
    return found(ASKED, read(source))
        .filter(table -> !owners.getOrDefault(table, room).equals(room))
        .map(table -> "%s asks %s, a table of room %s".formatted(source, table, owners.get(table)));
  }

  private static String roomOfMigration(Path file) {
    var matcher = ROOM_OF_A_MIGRATION.matcher(file.getFileName().toString());
    assertThat(matcher.matches()).as("%s is named V<number>__<room>", file).isTrue();
    return matcher.group(1);
  }

  private static Stream<String> found(Pattern pattern, String text) {
    List<MatchResult> matches = pattern.matcher(text).results().toList();
    return matches.stream().map(match -> match.group(1).toLowerCase(Locale.ROOT));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
