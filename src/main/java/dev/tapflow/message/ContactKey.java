package dev.tapflow.message;

/**
 * Names one customer on one channel. It is derived from the channel and the sender as a payload
 * names them, so it is known before the contact is stored; every hot table leads with it.
 *
 * <p>Its text form {@code main/+34600000001} (or {@code main/ES.13491208} for a business-scoped
 * user id) is what the database holds, ordered by code point as {@link #compareTo} orders it.
 */
public record ContactKey(String channel, String address) implements Comparable<ContactKey> {

  public ContactKey {
    if (channel.isEmpty() || !channel.chars().allMatch(ContactKey::isOfAChannel)) {
      throw new IllegalArgumentException("Expected a channel name [a-z0-9]+, but got " + channel);
    }
    if (address.isEmpty()) {
      throw new IllegalArgumentException("Expected an address, but got none");
    }
  }

  private static boolean isOfAChannel(int character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
  }

  /** The key of a customer known by a phone number; spellings of one number give one key. */
  public static ContactKey of(String channel, PhoneNumber phone) {
    return new ContactKey(channel, phone.normalForm().e164());
  }

  /** Reads what {@link #text()} wrote. */
  public static ContactKey parse(String text) {
    var slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("Expected channel/address, but got no slash");
    }
    return new ContactKey(text.substring(0, slash), text.substring(slash + 1));
  }

  /** The form that is stored, and shown in paths. */
  public String text() {
    return channel + "/" + address;
  }

  /** Code point order of {@link #text()}, the order in which every transaction takes its locks. */
  @Override
  public int compareTo(ContactKey other) {
    // the slash stands before all that a channel is made of, so no text need be put together
    var byChannel = channel.compareTo(other.channel);
    return byChannel != 0 ? byChannel : address.compareTo(other.address);
  }

  /** Masked: a key that reaches a log line must not identify a customer. */
  @Override
  public String toString() {
    var end = address.substring(Math.max(0, address.length() - 2));
    return channel + "/" + address.substring(0, Math.min(4, address.length())) + "…" + end;
  }
}
