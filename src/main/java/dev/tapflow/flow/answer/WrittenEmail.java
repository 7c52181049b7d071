package dev.tapflow.flow.answer;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * An e-mail address as people write or paste it: "ana@example.com", "mailto:ana@example.com",
 * "&lt;ana@example.com&gt;". Its last part must be a domain that exists in the root zone, which
 * finds "gmail.con".
 */
final class WrittenEmail {

  /** RFC 5321, section 4.5.3.1.3: a path has 256 octets with its brackets. */
  private static final int LONGEST = 254;

  private static final String SCHEME = "mailto:";

  private WrittenEmail() {}

  static Optional<String> read(String trimmed) {
    var address = unwrapped(trimmed);
    return address.length() <= LONGEST && EmailValidator.getInstance().isValid(address)
        ? Optional.of(address)
        : Optional.empty();
  }

  private static String unwrapped(String trimmed) {
    var bare =
        trimmed.length() > 2 && trimmed.startsWith("<") && trimmed.endsWith(">")
            ? trimmed.substring(1, trimmed.length() - 1).strip()
            : trimmed;
    return bare.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? bare.substring(SCHEME.length()).strip()
        : bare;
  }
}
