package dev.tapflow.channel;

import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.PhoneNumber;
import java.util.List;

/** One way out: a WhatsApp number behind a vendor's API. */
public interface Channel {

  /** The name it has in the settings. */
  String name();

  /** Identifies the API key without telling it: the hex SHA-256. Channels may share a key. */
  String keyHash();

  /**
   * Makes one turn's messages into what this channel can carry, in order: texts are folded into the
   * question that follows, or become a message with one button where there is no plain text.
   */
  List<Outgoing> fit(List<Outgoing> turn, Fitting fitting);

  /** Sends one message. Blocks for at most the channel's timeouts. */
  SendResult send(PhoneNumber to, Outbound message);

  /**
   * The newest messages that were sent with this key, to find out what became of an unclear send.
   */
  LookupResult newestSent();

  /** Asks how far one message has come, by the vendor's id. Blocks like a send. */
  StatusResult status(String messageId);

  /** Asks whether the API takes the key again, without sending anything. */
  ProbeResult probe();

  /**
   * What {@link #fit} needs of the bot.
   *
   * @param textButtonId the reply id on the one button under a text
   * @param textButtonTitle its title; at most 20 code points
   */
  record Fitting(String textButtonId, String textButtonTitle) {}
}
