package dev.tapflow.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id on a button or row that we send. It describes itself, because it lives in the customer's
 * chat for ever: release, flow, step and option are read from it alone, however old the message is.
 * At most 200 characters (WhatsApp's limit for list rows; names are at most 40).
 *
 * <p>Written once, never changed: {@code o1.<release>.<flow>.<step>.<option>} for an option, {@code
 * m1.<release>} for the one button under a plain text, {@code p1.<release>.<flow>.<step>.<page>}
 * for a further page of a list, {@code f1.<release>.<flow>.<step>.<conversation>} for a form.
 */
public sealed interface ReplyId {

  /** The longest id WhatsApp takes on every kind of option, in characters. */
  int LONGEST = 200;

  /** The longest name of an option that fits, whatever its flow and step are called. */
  int LONGEST_OPTION = LONGEST - "o1.00000000...".length() - 2 * 40;

  /** An option of a question. */
  record Option(String release, String flow, String step, String option) implements ReplyId {
    @Override
    public String text() {
      return "o1." + release + "." + flow + "." + step + "." + option;
    }
  }

  /** The button that a plain text carries where a channel sends no plain text. */
  record TextButton(String release) implements ReplyId {
    @Override
    public String text() {
      return "m1." + release;
    }
  }

  /** The row that shows a further page of a long list; pages count from 0. */
  record Page(String release, String flow, String step, int page) implements ReplyId {
    @Override
    public String text() {
      return "p1." + release + "." + flow + "." + step + "." + page;
    }
  }

  /**
   * A form's token: what its answer belongs to.
   *
   * @param conversation the contact's conversation it was sent in, by its ordinal
   */
  record Form(String release, String flow, String step, long conversation) implements ReplyId {
    @Override
    public String text() {
      return "f1." + release + "." + flow + "." + step + "." + conversation;
    }
  }

  /** The form that travels. */
  String text();

  /** Reads an id that we once sent; empty for anything that is not one (a bare option id, say). */
  static Optional<ReplyId> parse(String text) {
    var option = Forms.OPTION.matcher(text);
    if (option.matches()) {
      return Optional.of(
          new Option(option.group(1), option.group(2), option.group(3), option.group(4)));
    }
    var page = Forms.PAGE.matcher(text);
    if (page.matches()) {
      return Optional.of(
          new Page(page.group(1), page.group(2), page.group(3), Integer.parseInt(page.group(4))));
    }
    var form = Forms.FORM.matcher(text);
    if (form.matches()) {
      return Optional.of(
          new Form(form.group(1), form.group(2), form.group(3), Long.parseLong(form.group(4))));
    }
    var button = Forms.TEXT_BUTTON.matcher(text);
    return button.matches() ? Optional.of(new TextButton(button.group(1))) : Optional.empty();
  }
}

/** The written forms of {@link ReplyId}. */
final class Forms {

  private static final String RELEASE = "([0-9a-f]{8})";
  private static final String NAME = "([a-z][a-z0-9_-]{0,39})";

  static final Pattern OPTION =
      Pattern.compile("o1\\.%s\\.%s\\.%s\\.([^.].*)".formatted(RELEASE, NAME, NAME));
  static final Pattern PAGE =
      Pattern.compile("p1\\.%s\\.%s\\.%s\\.([0-9]{1,3})".formatted(RELEASE, NAME, NAME));
  static final Pattern FORM =
      Pattern.compile("f1\\.%s\\.%s\\.%s\\.([0-9]{1,18})".formatted(RELEASE, NAME, NAME));
  static final Pattern TEXT_BUTTON = Pattern.compile("m1\\." + RELEASE);

  private Forms() {}
}
