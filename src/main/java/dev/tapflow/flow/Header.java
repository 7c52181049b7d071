package dev.tapflow.flow;

/** What stands above a question's text. */
public sealed interface Header {

  /** Words, at most 60 code points. */
  record Words(Text text) implements Header {}

  /** A picture, video or document; left out where its address renders to nothing. */
  record Media(Attachment attachment) implements Header {}
}
