package dev.tapflow.engine;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses that WhatsApp fetches or opens, and that flows call. */
final class WebAddress {

  private static final Pattern HTTP = Pattern.compile("(?i)https?://[^\\s/?#]+([/?#]\\S*)?");

  /** Neither allowed in an address as they are (RFC 3986), nor a sign of its structure. */
  private static final Pattern FOREIGN = Pattern.compile("[^\\x21-\\x7E]|[\"<>\\\\^`{|}]");

  /** All but what stands for itself wherever it stands (RFC 3986, unreserved characters). */
  private static final Pattern RESERVED = Pattern.compile("[^A-Za-z0-9._~-]");

  private WebAddress() {}

  static boolean isOne(String text) {
    return HTTP.matcher(text).matches();
  }

  /** The address with what no address may hold percent-encoded; its structure stays. */
  static String escaped(String address) {
    return FOREIGN.matcher(address).replaceAll(found -> encoded(found.group()));
  }

  /** A value that must not be taken for a part of the address's structure. */
  static String value(String text) {
    return RESERVED.matcher(text).replaceAll(found -> encoded(found.group()));
  }

  private static String encoded(String character) {
    return utf8(character.codePointAt(0))
        .mapToObj(unit -> String.format(Locale.ROOT, "%%%02X", unit))
        .collect(Collectors.joining());
  }

  private static IntStream utf8(int point) {
    if (point < 0x80) {
      return IntStream.of(point);
    }
    if (point < 0x800) {
      return IntStream.of(0xC0 | (point >> 6), follower(point));
    }
    return point < 0x10000
        ? IntStream.of(0xE0 | (point >> 12), follower(point >> 6), follower(point))
        : IntStream.of(
            0xF0 | (point >> 18), follower(point >> 12), follower(point >> 6), follower(point));
  }

  private static int follower(int bits) {
    return 0x80 | (bits & 0x3F);
  }
}
