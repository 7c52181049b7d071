package dev.tapflow.flow;

/** A picture, video, document or sound, by its public address. */
public record Attachment(Kind kind, Text url) {

  /** What WhatsApp shows it as. */
  public enum Kind {
    IMAGE,
    VIDEO,
    DOCUMENT,
    AUDIO
  }
}
