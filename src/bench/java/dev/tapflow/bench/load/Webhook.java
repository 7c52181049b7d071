package dev.tapflow.bench.load;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes deliveries as Meta does, each signed (source: WhatsApp "messages" webhook reference): a
 * customer's first message is a text, every other a tap on an option of the last message.
 */
final class Webhook {

  private static final byte[] HEX = Bytes.of("0123456789abcdef");
  private static final byte[] BODY =
      Bytes.of(
          "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"102290129340398\","
              + "\"changes\":[{\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":"
              + "{\"display_phone_number\":\"34910000000\",\"phone_number_id\":\"106540352242922\"},\"contacts\":[{\"profile\":{\"name\":\"Ana"
              + " Souza\"},\"wa_id\":\"");
  private static final byte[] FROM = Bytes.of("\"}],\"messages\":[{\"from\":\"");
  private static final byte[] ID = Bytes.of("\",\"id\":\"wamid.HBgNMzQ2MDAwMDAwMDAwORUCABIYFDNB");
  private static final byte[] TIME = Bytes.of("\",\"timestamp\":\"");
  private static final byte[] TEXT = Bytes.of("\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}");
  private static final byte[] CONTEXT =
      Bytes.of("\",\"type\":\"interactive\",\"context\":{\"from\":\"34910000000\",\"id\":\"");
  private static final byte[] BUTTON =
      Bytes.of("\"},\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"");
  private static final byte[] ROW =
      Bytes.of("\"},\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"");
  private static final byte[] TITLE = Bytes.of("\",\"title\":\"");
  private static final byte[] TAP_END = Bytes.of("\"}}");
  private static final byte[] END = Bytes.of("}]},\"field\":\"messages\"}]}]}");

  private final byte[] head;
  private final Mac mac;
  private final Taps taps;
  private final Buffer body = new Buffer();
  private final byte[] digest = new byte[32];
  private long messageId = System.currentTimeMillis() * 1_000_000;

  Webhook(int port, String secret, Taps taps) {
    this.head =
        Bytes.of(
            "POST /webhooks/whatsapp/main HTTP/1.1\r\nHost: localhost:"
                + port
                + "\r\n"
                + "Content-Type: application/json\r\nUser-Agent: facebookexternalua\r\n"
                + "X-Hub-Signature-256: sha256=");
    this.taps = taps;
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Bytes.of(secret), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected every Java to know HmacSHA256", e);
    }
  }

  /** Puts the customer's next message, head and body. */
  void write(Buffer out, Customers customers, int customer) {
    body.clear();
    var number = Customers.number(customer);
    body.put(BODY).putNumber(number, 1).put(FROM).putNumber(number, 1);
    body.put(ID).putNumber(++messageId, 19);
    body.put(TIME).putNumber(System.currentTimeMillis() / 1000, 1);
    if (customers.hasWritten(customer)) {
      writeTap(customers.lastMessage(customer), taps.get(customers.tap(customer)));
    } else {
      body.put(TEXT);
    }
    body.put(END);
    out.put(head);
    putSignature(out);
    out.put(Bytes.of("\r\nContent-Length: ")).putNumber(body.end(), 1).put(Bytes.BLANK_LINE);
    out.put(body.bytes(), 0, body.end());
  }

  private void writeTap(long answered, Taps.Tap tap) {
    body.put(CONTEXT);
    Stub.putMessageId(body, answered);
    body.put(tap.isRow() ? ROW : BUTTON).put(tap.id()).put(TITLE).put(tap.title()).put(TAP_END);
  }

  private void putSignature(Buffer out) {
    try {
      mac.update(body.bytes(), 0, body.end());
      mac.doFinal(digest, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected room for a digest", e);
    }
    for (var one : digest) {
      out.put(HEX[(one >> 4) & 15]).put(HEX[one & 15]);
    }
  }
}
