package dev.tapflow.flow;

/** What an {@code ask} asks for. */
public enum AnswerType {
  TEXT,
  /** A decimal number; a CEL double. */
  NUMBER,
  /** A whole number; a CEL int. */
  INTEGER,
  /** An address that can be written to; text. */
  EMAIL,
  /** A telephone number; text in E.164 form. */
  PHONE,
  /** A day, as people write it: "tomorrow", "5 March"; a LocalDate. */
  DATE,
  /** A time of day; a LocalTime. */
  TIME,
  /** A place that was sent: a map of latitude, longitude, name and address. */
  LOCATION,
  /** A picture that was sent: a map of id, caption and file_name. */
  IMAGE,
  /** A document that was sent: a map of id, caption and file_name. */
  DOCUMENT,
  /** A contact card that was sent: a map of name and phones. */
  CONTACT;

  /** True where the answer is typed; the others are sent as something of their own. */
  public boolean isTyped() {
    return switch (this) {
      case TEXT, NUMBER, INTEGER, EMAIL, PHONE, DATE, TIME -> true;
      case LOCATION, IMAGE, DOCUMENT, CONTACT -> false;
    };
  }
}
