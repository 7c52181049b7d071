package dev.tapflow.outbox.call;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request goes.
 *
 * @param host in lower case; an IPv6 address in brackets
 * @param path with the query, as it is sent
 */
record Destination(boolean isEncrypted, String host, int port, String path) {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^:@\\[\\]]+)(?::(?<port>\\d{0,5}))?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");

  /** Where an address of a flow leads; empty where it is none that may be called. */
  static Optional<Destination> parse(String url) {
    try {
      return of(new URI(url));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /** Where a redirect leads. */
  Optional<Destination> redirected(String location) {
    try {
      return of(new URI(text()).resolve(new URI(location)));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private static Optional<Destination> of(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    var authority = uri.getRawAuthority();
    if (authority == null || !(scheme.equals("http") || scheme.equals("https"))) {
      return Optional.empty();
    }
    var isEncrypted = scheme.equals("https");
    var parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var port = port(parts.group("port"), isEncrypted ? 443 : 80);
    return host(parts.group("host"))
        .filter(host -> port > 0 && port <= 65_535)
        .map(host -> new Destination(isEncrypted, host, port, path(uri)));
  }

  private static int port(String digits, int otherwise) {
    return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
  }

  /** A name in the letters that DNS knows, without the dot that may stand at its end. */
  private static Optional<String> host(String text) {
    if (text.startsWith("[")) {
      return Optional.of(text.toLowerCase(Locale.ROOT));
    }
    try {
      var name = IDN.toASCII(text).toLowerCase(Locale.ROOT);
      var bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
      return Optional.of(bare).filter(it -> NAME.matcher(it).matches());
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  /** Letters that an author wrote as they are go percent-encoded. */
  private static String path(URI uri) {
    var ascii = URI.create(uri.toASCIIString());
    var path = ascii.getRawPath();
    var whole = path == null || path.isEmpty() ? "/" : path;
    return ascii.getRawQuery() == null ? whole : whole + "?" + ascii.getRawQuery();
  }

  /** The host as it is looked up. */
  String name() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Host and port: what calls to one service have in common. */
  String service() {
    return host + ":" + port;
  }

  boolean isSameOrigin(Destination other) {
    return isEncrypted == other.isEncrypted && service().equals(other.service());
  }

  private String text() {
    return (isEncrypted ? "https://" : "http://") + service() + path;
  }

  /** Masked: paths carry what customers wrote. */
  @Override
  public String toString() {
    return service();
  }
}
