package dev.tapflow.channel.octopods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.ChannelsSettings;
import dev.tapflow.channel.LookupResult;
import dev.tapflow.channel.ProbeResult;
import dev.tapflow.channel.Rate;
import dev.tapflow.channel.SendResult;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.PhoneNumber;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the client makes of a network that fails at each point of a send. What surely never left may
 * be tried again; of what may have left nothing is concluded.
 */
@QuarkusTest
class OctopodsChannelTest {

  private static final PhoneNumber ANA = new PhoneNumber("+34600000001");
  private static final Outbound QUESTION =
      new Outbound.Buttons(
          Optional.empty(),
          "Sure?",
          Optional.empty(),
          List.of(new Outbound.Choice("y", "Yes", Optional.empty())));

  @Inject OctopodsKind kind;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void close() throws Exception {
    over.countDown();
    for (var closeable : open) {
      closeable.close();
    }
  }

  @Test
  void sendsTheDocumentedRequestWithTheKey() throws InterruptedException {
    var server =
        serving(
            201, "", "{\"request_id\":\"r\",\"message_id\":7,\"channel_message_id\":\"wamid.1\"}");

    assertThat(channel(server).send(ANA, QUESTION))
        .isEqualTo(new SendResult.Accepted(Optional.of("7"), Optional.of("wamid.1")));
    assertThat(server.requests().take())
        .startsWith("POST /api/v1/whatsapp/interactive HTTP/1.1\r\n")
        .contains("X-Octopods-Auth: secret\r\n", "Content-Type: application/json")
        .endsWith(
            "{\"destination_phone\":\"+34600000001\",\"waba_interactive_message\":{\"type\":\"button\","
                + "\"body\":{\"text\":\"Sure?\"},\"action\":{\"buttons\":[{\"type\":\"reply\","
                + "\"reply\":{\"id\":\"y\",\"title\":\"Yes\"}}]}}}");
  }

  @Test
  void sendsATemplateToItsOwnPath() throws InterruptedException {
    var server = serving(201, "", "{\"message_id\":7}");
    var template = new Outbound.Template("t", "en", "5512", Outbound.TemplateValues.none());

    assertThat(channel(server).send(ANA, template)).isInstanceOf(SendResult.Accepted.class);
    assertThat(server.requests().take())
        .startsWith("POST /api/v1/whatsapp/templates/5512/messages HTTP/1.1\r\n")
        .endsWith("{\"destination_phone\":\"+34600000001\"}");
  }

  @Test
  void readsAnErrorsBodyAndHeaders() {
    assertThat(
            channel(serving(400, "", "{\"error_code\":5,\"error\":\"bad phone\"}"))
                .send(ANA, QUESTION))
        .isEqualTo(new SendResult.Refused("5", "HTTP 400 code 5: bad phone"));
    assertThat(channel(serving(429, "Retry-After: 3600\r\n", "{}")).send(ANA, QUESTION))
        .isInstanceOf(SendResult.SlowDown.class);
    assertThat(channel(serving(401, "", "{}")).send(ANA, QUESTION))
        .isInstanceOf(SendResult.Stopped.class);
    assertThat(channel(serving(503, "", "{}")).send(ANA, QUESTION))
        .isInstanceOf(SendResult.TryLater.class);
  }

  @Test
  void neverLeftWhereNobodyListens() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertNeverLeft(channel("http://localhost:" + port).send(ANA, QUESTION));
  }

  @Test
  void neverLeftWhereTheNameIsUnknown() {
    assertNeverLeft(channel("http://octopods.invalid").send(ANA, QUESTION));
  }

  @Test
  void neverLeftWhereNoConnectionCameInTime() throws IOException {
    var full = keep(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    fillTheLineOf(full);

    assertNeverLeft(channel("http://localhost:" + full.getLocalPort()).send(ANA, QUESTION));
  }

  /** The kernel takes connections for a server that does not, until its line is full. */
  private void fillTheLineOf(ServerSocket server) throws IOException {
    var address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    while (true) {
      var connection = keep(new Socket());
      try {
        connection.connect(address, 200);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
  }

  @Test
  void neverLeftWhereTheOtherSideSpeaksNoTls() {
    var server =
        keep(
            new RawServer(
                connection ->
                    connection
                        .getOutputStream()
                        .write("no\n".getBytes(StandardCharsets.US_ASCII))));

    assertNeverLeft(channel("https://localhost:" + server.port()).send(ANA, QUESTION));
  }

  @Test
  void mayHaveLeftWhereTheConnectionIsCutAtOnce() {
    var server = keep(new RawServer(Socket::close));

    assertMayHaveLeft(channel(server).send(ANA, QUESTION));
  }

  @Test
  void mayHaveLeftWhereTheConnectionIsResetAfterTheRequest() {
    var server = keep(new RawServer(connection -> connection.setSoLinger(true, 0)));

    assertMayHaveLeft(channel(server).send(ANA, QUESTION));
  }

  @Test
  void mayHaveLeftWhereTheConnectionIsCutAfterTheRequest() {
    var server = reading(Socket::close);

    assertMayHaveLeft(channel(server).send(ANA, QUESTION));
  }

  @Test
  void mayHaveLeftWhereTheAnswerBreaksOff() {
    var server =
        reading(
            connection ->
                connection
                    .getOutputStream()
                    .write(
                        "HTTP/1.1 201 X\r\nContent-Length: 99\r\n\r\n{\"mess"
                            .getBytes(StandardCharsets.US_ASCII)));

    assertMayHaveLeft(channel(server).send(ANA, QUESTION));
  }

  @Test
  void mayHaveLeftWhereNoAnswerComes() {
    var server = reading(connection -> over.await());

    assertMayHaveLeft(channel(server).send(ANA, QUESTION));
  }

  @Test
  void neverSendsWhatWhatsAppWouldRefuse() {
    assertThat(channel("http://localhost:1").send(ANA, new Outbound.Text("Hi")))
        .isInstanceOfSatisfying(
            SendResult.Refused.class, it -> assertThat(it.why()).startsWith("Not sent: "));
  }

  @Test
  void listsWhatWasSentAndProbesTheKey() {
    var list =
        serving(
            200,
            "",
            "{\"messages\":[{\"message_id\":7,\"status\":\"sent\",\"phone_number\":\"+34600000001\"}]}");

    assertThat(channel(list).newestSent())
        .isInstanceOfSatisfying(
            LookupResult.Listed.class, it -> assertThat(it.messages()).hasSize(1));
    assertThat(channel(list).probe()).isInstanceOf(ProbeResult.Works.class);
    assertThat(channel(serving(401, "", "{}")).probe())
        .isInstanceOf(ProbeResult.StillStopped.class);
    assertThat(channel("http://localhost:1").probe()).isInstanceOf(ProbeResult.NoAnswer.class);
  }

  private static void assertNeverLeft(SendResult result) {
    assertThat(result).isInstanceOf(SendResult.TryLater.class);
  }

  private static void assertMayHaveLeft(SendResult result) {
    assertThat(result).isInstanceOf(SendResult.Unclear.class);
  }

  private RawServer serving(int status, String headers, String body) {
    var server = new ServerInTheMaking();
    return keep(server.with(connection -> server.get().answer(connection, status, headers, body)));
  }

  /** Reads the request, then does something else than answer. */
  private RawServer reading(RawServer.Manner then) {
    var server = new ServerInTheMaking();
    return keep(
        server.with(
            connection -> {
              server.get().read(connection);
              then.with(connection);
            }));
  }

  private <T extends AutoCloseable> T keep(T closeable) {
    open.add(closeable);
    return closeable;
  }

  private Channel channel(RawServer server) {
    return channel("http://localhost:" + server.port());
  }

  private Channel channel(String server) {
    return kind.open("raw", new Settings(URI.create(server + "/api/v1")));
  }

  /** A manner speaks of the server that it is part of. */
  private static final class ServerInTheMaking {
    private final CompletableFuture<RawServer> made = new CompletableFuture<>();

    RawServer with(RawServer.Manner manner) {
      made.complete(new RawServer(manner));
      return made.join();
    }

    RawServer get() {
      return made.join();
    }
  }

  private record Settings(URI url) implements ChannelsSettings.One, ChannelsSettings.Octopods {

    @Override
    public ChannelsSettings.Kind kind() {
      return ChannelsSettings.Kind.OCTOPODS;
    }

    @Override
    public ChannelsSettings.Octopods octopods() {
      return this;
    }

    @Override
    public ChannelsSettings.TextRoute text() {
      return ChannelsSettings.TextRoute.BUTTON;
    }

    @Override
    public Rate rate() {
      return Rate.of("80/1s");
    }

    @Override
    public Optional<Rate> keyRate() {
      return Optional.empty();
    }

    @Override
    public Optional<ChannelsSettings.Statuses> statuses() {
      return Optional.empty();
    }

    @Override
    public Optional<String> inbound() {
      return Optional.empty();
    }

    @Override
    public ChannelsSettings.Cloud cloud() {
      return Optional::empty;
    }

    @Override
    public Optional<String> apiKey() {
      return Optional.of("secret");
    }

    @Override
    public Optional<String> intercomTeammateId() {
      return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
      return Duration.ofMillis(500);
    }

    @Override
    public Duration readTimeout() {
      return Duration.ofMillis(500);
    }

    @Override
    public int connections() {
      return 4;
    }
  }
}
