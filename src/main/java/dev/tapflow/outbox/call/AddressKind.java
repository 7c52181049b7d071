package dev.tapflow.outbox.call;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an address leads. Sources: IANA's "IPv4 Special-Purpose Address Registry", "IPv6
 * Special-Purpose Address Registry" and "Internet Protocol Version 6 Address Space"; the clouds'
 * pages on their instance metadata.
 */
enum AddressKind {
  /** The Internet. */
  PUBLIC,
  /** This machine, or a network of somebody's own. */
  OWN,
  /** No place for a flow: link-local, a cloud's metadata, multicast, reserved. */
  SPECIAL;

  private static final List<Network> METADATA =
      networks(
          "169.254.0.0/16", // link-local; Amazon, Google, Microsoft and others: 169.254.169.254
          "100.100.100.200", // Alibaba
          "168.63.129.16", // Microsoft's wire server, a public address
          "192.0.0.192", // Oracle
          "fd00:ec2::/32", // Amazon
          "fd20:ce::/32"); // Google

  private static final List<Network> OWN_NETWORKS =
      networks(
          "127.0.0.0/8",
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10", // carrier-grade NAT
          "::1",
          "fc00::/7");

  private static final List<Network> RESERVED =
      networks(
          "0.0.0.0/8",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3", // multicast and above
          "2001::/23", // Teredo, which wraps an address, and other protocols' own
          "2001:db8::/32",
          "3fff::/20");

  /** Everything of IPv6 that is handed out lies here. */
  private static final List<Network> GLOBAL = networks("2000::/3");

  private static final List<Wrapping> WRAPPINGS =
      List.of(
          new Wrapping(network("::ffff:0:0:0/96"), 12), // translated
          new Wrapping(network("64:ff9b::/96"), 12), // NAT64
          new Wrapping(network("2002::/16"), 2)); // 6to4

  /** IPv6 addresses that carry an IPv4 address, from this byte on. */
  private record Wrapping(Network network, int at) {}

  static AddressKind of(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length == 4) {
      return plain(address, PUBLIC);
    }
    var wrapping = WRAPPINGS.stream().filter(it -> it.network().contains(address)).findFirst();
    if (wrapping.isPresent()) {
      return wrapped(bytes, wrapping.get().at());
    }
    if (isMapped(bytes)) {
      return wrapped(bytes, 12);
    }
    var kind = plain(address, isIn(GLOBAL, address) ? PUBLIC : SPECIAL);
    return kind == PUBLIC && isIsatap(bytes) ? wrapped(bytes, 12) : kind;
  }

  private static AddressKind plain(InetAddress address, AddressKind otherwise) {
    if (isIn(METADATA, address)) {
      return SPECIAL;
    }
    if (isIn(OWN_NETWORKS, address)) {
      return OWN;
    }
    return isIn(RESERVED, address) ? SPECIAL : otherwise;
  }

  /** Java reads such an address as the IPv4 address inside, but need not always. */
  private static boolean isMapped(byte[] bytes) {
    return isZero(bytes, 0, 10) && bytes[10] == -1 && bytes[11] == -1;
  }

  /** RFC 5214: the last half of the address is 0000:5efe or 0200:5efe and an IPv4 address. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & ~0x02) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5e
        && bytes[11] == (byte) 0xfe;
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    return true;
  }

  /** What the IPv4 address inside leads to. Nobody needs to be reached this way: own is special. */
  private static AddressKind wrapped(byte[] bytes, int at) {
    try {
      var inside = InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
      return of(inside) == PUBLIC ? PUBLIC : SPECIAL;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Expected four bytes to be an address", e);
    }
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(AddressKind::network).toList();
  }

  private static Network network(String text) {
    return Network.parse(text)
        .orElseThrow(() -> new IllegalStateException("Expected a network, but got " + text));
  }
}
