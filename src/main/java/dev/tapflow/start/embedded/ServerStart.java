package dev.tapflow.start.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/**
 * Starts a server on a folder and a free port. As durable as one in production: the library's own
 * defaults would lose what was committed.
 */
final class ServerStart {

  private static final Path BINARIES = Path.of(".data/postgres-binaries").toAbsolutePath();

  private ServerStart() {}

  /** Where the server writes what it has to say. */
  static Path log(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }

  static Server on(Path folder, Duration patience) throws IOException {
    removeHalfUnpackedBinaries();
    // A lock that this process took for a server that has died since.
    Files.deleteIfExists(folder.resolve("epg-lock"));
    return new Server(builder(folder, patience).start().getPort());
  }

  private static EmbeddedPostgres.Builder builder(Path folder, Duration patience) {
    var log = Redirect.appendTo(log(folder).toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(BINARIES.toFile())
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(patience)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        // The library starts the server with -F, which means fsync=off; what is named later wins.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "50")
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8");
  }

  /** An unpacking that was interrupted would fail every later one. */
  private static void removeHalfUnpackedBinaries() throws IOException {
    Files.createDirectories(BINARIES);
    try (var unpacked = Files.list(BINARIES)) {
      unpacked
          .filter(Files::isDirectory)
          .filter(version -> !Files.exists(version.resolve(".exists")))
          .forEach(ServerStart::delete);
    }
  }

  private static void delete(Path tree) {
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
