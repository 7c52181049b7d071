package dev.tapflow.flow;

/** What {@code set} and {@code save} write: {@code vars.order} or {@code contact.first_name}. */
public record Variable(Scope scope, String name) {

  /** Where a variable lives: as long as the conversation, or as long as the contact. */
  public enum Scope {
    VARS,
    CONTACT
  }

  /** The dotted name, as expressions have it. */
  public String text() {
    return (scope == Scope.VARS ? "vars." : "contact.") + name;
  }
}
