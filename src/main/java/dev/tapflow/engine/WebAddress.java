package dev.tapflow.engine;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses that WhatsApp fetches or opens. */
final class WebAddress {

  private static final Pattern HTTP = Pattern.compile("(?i)https?://[^\\s/?#]+([/?#]\\S*)?");

  /** Neither allowed in an address as they are (RFC 3986), nor a sign of its structure. */
  private static final Pattern FOREIGN = Pattern.compile("[^\\x21-\\x7E]|[\"<>\\\\^`{|}]");

  private WebAddress() {}

  static boolean isOne(String text) {
    return HTTP.matcher(text).matches();
  }

  /** The address with what no address may hold percent-encoded; its structure stays. */
  static String escaped(String address) {
    return FOREIGN.matcher(address).replaceAll(found -> encoded(found.group()));
  }

  private static String encoded(String character) {
    var bytes = character.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .chars()
        .mapToObj(unit -> "%" + String.format(Locale.ROOT, "%02X", unit))
        .collect(Collectors.joining());
  }
}
