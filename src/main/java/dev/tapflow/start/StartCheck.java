package dev.tapflow.start;

import java.util.List;

/**
 * Something that must be true of the settings before Tapflow starts. A bean of this type in any
 * room is asked once, before the database is touched and before the first request.
 */
public interface StartCheck {

  /** What is wrong: a sentence each, naming the setting and what to do. Empty when all is well. */
  List<String> problems();
}
