package dev.tapflow.start.embedded;

/** What the database is for. Dev and test never share a folder, so they run beside each other. */
enum DatabaseKind {
  /** Kept between starts. */
  DEV(".data/postgres") {
    @Override
    String database() {
      return "tapflow";
    }
  },

  /** Each run of the tests begins with an empty database of its own. */
  TEST("target/postgres") {
    @Override
    String database() {
      return "tapflow_" + ProcessHandle.current().pid();
    }
  };

  private final String folder;

  DatabaseKind(String folder) {
    this.folder = folder;
  }

  String folder() {
    return folder;
  }

  abstract String database();
}
