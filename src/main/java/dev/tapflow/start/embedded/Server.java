package dev.tapflow.start.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** A server that listens on this machine. Whoever reaches its port may do everything. */
record Server(int port) {

  private static final String SUPERUSER = "postgres";

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Whether it answers, and is the one that works on this folder. */
  boolean answersFor(Path folder) {
    try (var connection = connect("postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW data_directory")) {
      return rows.next() && Path.of(rows.getString(1)).equals(folder);
    } catch (SQLException e) {
      return false;
    }
  }

  void createDatabaseIfMissing(String database) throws SQLException {
    if (!databases().contains(database)) {
      execute("CREATE DATABASE " + database);
    }
  }

  /** Drops the databases that earlier processes left behind. */
  void dropDatabasesOfThePast(String prefix) throws SQLException {
    for (var database : databases()) {
      if (database.startsWith(prefix) && isOfThePast(database.substring(prefix.length()))) {
        execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
      }
    }
  }

  private static boolean isOfThePast(String pid) {
    return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  private List<String> databases() throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT array_agg(datname::text) FROM pg_database")) {
      rows.next();
      return List.of((String[]) rows.getArray(1).getArray());
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "30");
    // Not by the DriverManager: it knows only drivers of its own class loader.
    var connection = new org.postgresql.Driver().connect(url(database), properties);
    if (connection == null) {
      throw new SQLException("The driver does not know " + url(database));
    }
    return connection;
  }
}
