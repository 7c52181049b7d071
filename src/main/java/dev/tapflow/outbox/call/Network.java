package dev.tapflow.outbox.call;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses that begin with the same bits.
 *
 * @param bits how many bits of the address count
 */
record Network(InetAddress address, int bits) {

  /** Reads {@code 10.0.0.0/8}, or an address alone; empty where it is neither. */
  static Optional<Network> parse(String text) {
    var slash = text.indexOf('/');
    var address = literal(slash < 0 ? text : text.substring(0, slash));
    return address.flatMap(
        it -> {
          var most = it.getAddress().length * Byte.SIZE;
          return bits(slash < 0 ? String.valueOf(most) : text.substring(slash + 1), most)
              .map(bits -> new Network(it, bits));
        });
  }

  /** The address that a text is; empty where it is a name. Nothing is looked up. */
  static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> bits(String text, int most) {
    try {
      return Optional.of(Integer.parseInt(text)).filter(bits -> bits >= 0 && bits <= most);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress other) {
    var mine = address.getAddress();
    var theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> (bit % Byte.SIZE);
      if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
