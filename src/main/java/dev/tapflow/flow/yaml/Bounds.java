package dev.tapflow.flow.yaml;

/** How much of YAML a file may use; a conversation needs far less. */
final class Bounds {

  /** Code points of one file. */
  static final int SIZE = 1024 * 1024;

  /** Maps and lists inside one another. */
  static final int DEPTH = 24;

  /** Mentions of an anchor. */
  static final int ALIASES = 100;

  /** Nodes once every alias is written out. */
  static final int NODES = 200_000;

  private Bounds() {}
}
