package dev.tapflow.start.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The server of one data folder, found or started, with one database in it. */
final class EmbeddedDatabase {

  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

  /** After a crash the server first reads its log again; a big one takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long LOOK_MILLIS = 100;

  private final Path folder;
  private final String database;

  EmbeddedDatabase(Path folder, String database) {
    this.folder = folder;
    this.database = database;
  }

  /** The JDBC address of the database, whose server runs when this returns. */
  synchronized String url() {
    try {
      Files.createDirectories(folder);
      var server = oneAtATime();
      server.createDatabaseIfMissing(database);
      return server.url(database);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(
          "The embedded PostgreSQL in %s does not start: %s. Look at %s, or use another database by setting QUARKUS_DATASOURCE_JDBC_URL"
              .formatted(folder, e.getMessage(), ServerStart.log(folder)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the embedded PostgreSQL started", e);
    }
  }

  /** Two processes that start together must not both find nobody there. */
  private Server oneAtATime() throws IOException, InterruptedException, SQLException {
    var lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      var found = takeOver();
      var server = found.isPresent() ? found.get() : ServerStart.on(folder, PATIENCE);
      server.dropDatabasesOfThePast("tapflow_");
      Postmaster.of(folder).ifPresent(StopAtExit::register);
      return server;
    }
  }

  /** The server that an earlier process left running; a stale claim on the folder is removed. */
  private Optional<Server> takeOver() throws IOException, InterruptedException {
    var claim = Postmaster.of(folder);
    if (claim.isPresent()) {
      var postmaster = claim.get();
      var server = new Server(postmaster.port());
      if (answersInTime(postmaster, server)) {
        LOG.infof("The embedded PostgreSQL of %s is taken over", folder);
        return Optional.of(server);
      }
    }
    Files.deleteIfExists(Postmaster.file(folder));
    return Optional.empty();
  }

  private boolean answersInTime(Postmaster postmaster, Server server) throws InterruptedException {
    var patience = System.nanoTime() + PATIENCE.toNanos();
    while (postmaster.isAlive()) {
      if (server.answersFor(folder)) {
        return true;
      }
      if (System.nanoTime() > patience) {
        throw new IllegalStateException(
            "The PostgreSQL server with process id %d holds %s but does not answer on port %d. Stop it and start again"
                .formatted(postmaster.pid(), folder, postmaster.port()));
      }
      // It starts, recovers or stops; it cannot tell us when.
      Thread.sleep(LOOK_MILLIS);
    }
    return false;
  }
}
