package dev.tapflow.outbox.call;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Who may be called, as {@link HttpSettings#allowedHosts} says. */
final class AllowedHosts {

  static final String SETTING = "tapflow.http.allowed-hosts";

  private static final Pattern WITH_PORT =
      Pattern.compile("(?<host>\\[[^\\]]*]|[^:\\[\\]]+)(?::(?<port>\\d{1,5}))?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");

  private final List<Entry> entries;

  private AllowedHosts(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** One entry of the list. */
  private sealed interface Entry {

    record AnyPublic() implements Entry {}

    record Named(String host, OptionalInt port) implements Entry {}

    record Below(String suffix, OptionalInt port) implements Entry {}

    record Addresses(Network network, OptionalInt port) implements Entry {}
  }

  /** The list; entries that mean nothing are left out, see {@link #misspelt}. */
  static AllowedHosts of(List<String> texts) {
    var entries = new ArrayList<Entry>();
    texts.forEach(text -> read(text).ifPresent(entries::add));
    if (entries.isEmpty() && texts.isEmpty()) {
      entries.add(new Entry.AnyPublic());
    }
    return new AllowedHosts(entries);
  }

  /** Entries that nobody can understand. */
  static List<String> misspelt(List<String> texts) {
    return texts.stream().filter(text -> read(text).isEmpty()).toList();
  }

  private static Optional<Entry> read(String text) {
    var entry = text.strip().toLowerCase(Locale.ROOT);
    if (entry.equals("*")) {
      return Optional.of(new Entry.AnyPublic());
    }
    var network = Network.parse(entry);
    if (network.isPresent()) {
      return network.map(it -> new Entry.Addresses(it, OptionalInt.empty()));
    }
    var parts = WITH_PORT.matcher(entry);
    return parts.matches()
        ? host(parts.group("host"), port(parts.group("port")))
        : Optional.empty();
  }

  private static OptionalInt port(String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  private static Optional<Entry> host(String host, OptionalInt port) {
    var address = Network.literal(host.replaceAll("[\\[\\]]", ""));
    if (address.isPresent()) {
      return address
          .map(InetAddress::getHostAddress)
          .flatMap(Network::parse)
          .map(network -> new Entry.Addresses(network, port));
    }
    var isBelow = host.startsWith("*.");
    var name = isBelow ? host.substring(2) : host;
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.of(isBelow ? new Entry.Below("." + name, port) : new Entry.Named(name, port));
  }

  /** Whether a host may be looked up: it is on the list, or its address may be. */
  boolean mayLookUp(String host, int port) {
    return entries.stream().anyMatch(entry -> entry instanceof Entry.Addresses)
        || names(host, port);
  }

  /** Whether this address may be called under this name. */
  boolean allows(String host, int port, InetAddress address) {
    if (entries.stream().anyMatch(entry -> lists(entry, address, port))) {
      return true;
    }
    return switch (AddressKind.of(address)) {
      case PUBLIC -> names(host, port);
      case OWN -> entries.stream().anyMatch(entry -> isNamed(entry, host, port));
      case SPECIAL -> false;
    };
  }

  private boolean names(String host, int port) {
    return entries.stream()
        .anyMatch(
            entry ->
                switch (entry) {
                  case Entry.AnyPublic any -> true;
                  case Entry.Named named -> isNamed(named, host, port);
                  case Entry.Below(var suffix, var only) -> host.endsWith(suffix) && is(only, port);
                  case Entry.Addresses addresses -> false;
                });
  }

  private static boolean isNamed(Entry entry, String host, int port) {
    return entry instanceof Entry.Named(var name, var only) && name.equals(host) && is(only, port);
  }

  private static boolean lists(Entry entry, InetAddress address, int port) {
    return entry instanceof Entry.Addresses(var network, var only)
        && network.contains(address)
        && is(only, port);
  }

  private static boolean is(OptionalInt only, int port) {
    return only.isEmpty() || only.getAsInt() == port;
  }
}
