package dev.tapflow.bench.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this machine keeps PostgreSQL's programs. */
final class Binaries {

  private static final List<String> NEEDED =
      List.of("initdb", "postgres", "pg_ctl", "pgbench", "psql");
  private static final List<String> USUAL =
      List.of("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt");

  private final Path folder;

  private Binaries(Path folder) {
    this.folder = folder;
  }

  static Binaries find() throws IOException {
    return candidates()
        .filter(
            folder -> NEEDED.stream().allMatch(name -> Files.isExecutable(folder.resolve(name))))
        .findFirst()
        .map(Binaries::new)
        .orElseThrow(
            () ->
                new IOException(
                    "Expected PostgreSQL's own programs (%s) on this machine, but found none; install the package postgresql"
                        .formatted(String.join(", ", NEEDED))));
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Stream<Path> candidates() {
    return Stream.of(
            said().stream(), onPath(), USUAL.stream().map(Path::of).flatMap(Binaries::below))
        .flatMap(folders -> folders);
  }

  private static Optional<Path> said() {
    try {
      return Optional.of(Path.of(Command.run(List.of("pg_config", "--bindir")).strip()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Stream<Path> onPath() {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of);
  }

  /** Newest version first. */
  private static Stream<Path> below(Path usual) {
    try (var versions = Files.list(usual)) {
      return versions
          .sorted(Comparator.reverseOrder())
          .map(it -> it.resolve("bin"))
          .toList()
          .stream();
    } catch (IOException _) {
      return Stream.empty();
    }
  }
}
