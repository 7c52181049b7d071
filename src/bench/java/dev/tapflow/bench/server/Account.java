package dev.tapflow.bench.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom PostgreSQL runs as: it refuses to run as root.
 *
 * @param prefix words before a command, so that it runs as that account; none for our own
 * @param name who owns the data folder; empty: we do
 */
record Account(List<String> prefix, String name) {

  static Account find() throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return new Account(List.of(), "");
    }
    for (var name : List.of("postgres", "nobody")) {
      if (exists(name)) {
        return new Account(prefix(name), name);
      }
    }
    throw new IOException(
        "Expected an account that PostgreSQL can run as (postgres or nobody): it refuses root");
  }

  private static boolean exists(String name) {
    try {
      Command.run(List.of("id", "-u", name));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static List<String> prefix(String name) throws IOException {
    var group = Command.run(List.of("id", "-g", name)).strip();
    return List.of("setpriv", "--reuid=" + name, "--regid=" + group, "--clear-groups", "--");
  }

  List<String> command(Stream<String> words) {
    var all = new ArrayList<>(prefix);
    words.forEach(all::add);
    return all;
  }

  /** Gives a folder to the account. */
  void own(String folder) throws IOException {
    if (!name.isEmpty()) {
      Command.run(List.of("chown", name, folder));
    }
  }
}
