package dev.tapflow.rehearsal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A URL as mocks and calls are compared: what is encoded is decoded, and the query stands in an
 * order of its own.
 *
 * @param place scheme, host, port and path
 * @param query the sorted pairs
 */
record Address(String place, List<String> query) {

  static Address of(String url) {
    var whole = url.strip();
    var fragment = whole.indexOf('#');
    var text = fragment < 0 ? whole : whole.substring(0, fragment);
    var mark = text.indexOf('?');
    var place = mark < 0 ? text : text.substring(0, mark);
    var query = mark < 0 ? "" : text.substring(mark + 1);
    return new Address(
        place(place),
        Stream.of(query.split("&"))
            .filter(it -> !it.isEmpty())
            .map(it -> decoded(it.contains("=") ? it : it + "="))
            .sorted()
            .toList());
  }

  /** Scheme and host in small letters, without the port that goes without saying. */
  private static String place(String written) {
    var scheme = written.indexOf("://");
    var slash = written.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    var host = (slash < 0 ? written : written.substring(0, slash)).toLowerCase(Locale.ROOT);
    var path = slash < 0 ? "/" : written.substring(slash);
    var plain = host.startsWith("https:") ? withoutEnd(host, ":443") : withoutEnd(host, ":80");
    return plain + decoded(path);
  }

  private static String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  /** A sign that is no escape stands for itself: a mock may be written as one would say it. */
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var plain = new ArrayList<Byte>();
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      plain.add(low < 0 ? bytes[i] : (byte) (high * 16 + low));
      i += low < 0 ? 0 : 2;
    }
    var decoded = ByteBuffer.allocate(plain.size());
    plain.forEach(decoded::put);
    return new String(decoded.array(), StandardCharsets.UTF_8);
  }
}
