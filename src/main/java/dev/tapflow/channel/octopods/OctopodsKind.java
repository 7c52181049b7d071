package dev.tapflow.channel.octopods;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.ChannelKind;
import dev.tapflow.channel.ChannelsSettings;
import dev.tapflow.channel.ChannelsSettings.TextRoute;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** Opens channels of kind {@code octopods}: one REST client each, with timeouts. */
@Singleton
final class OctopodsKind implements ChannelKind {

  /**
   * Shorter than any server keeps an idle connection, or its closing would meet our next message.
   */
  private static final int KEEP_CONNECTION_SECONDS = 15;

  private final Instance<HttpServer> ownServer;

  OctopodsKind(Instance<HttpServer> ownServer) {
    this.ownServer = ownServer;
  }

  @Override
  public ChannelsSettings.Kind kind() {
    return ChannelsSettings.Kind.OCTOPODS;
  }

  @Override
  public List<String> problems(String name, ChannelsSettings.One settings) {
    var problems = new ArrayList<String>();
    if (settings.octopods().apiKey().filter(key -> !key.isBlank()).isEmpty()) {
      problems.add(
          "tapflow.channels.%s.octopods.api-key is missing; set it, or the environment variable %s"
              .formatted(name, variable(name, "OCTOPODS_API_KEY")));
    }
    if (!isAddress(settings.octopods().url())) {
      problems.add(
          "Expected an http or https address, but got '%s' in tapflow.channels.%s.octopods.url"
              .formatted(settings.octopods().url(), name));
    }
    if (settings.text() == TextRoute.DESK) {
      problems.add(
          "tapflow.channels.%s.text is desk, which comes later; use button or none"
              .formatted(name));
    }
    return problems;
  }

  private static boolean isAddress(URI url) {
    return isOwn(url) || Set.of("http", "https").contains(String.valueOf(url.getScheme()));
  }

  private static boolean isOwn(URI url) {
    return url.getScheme() == null && url.getHost() == null && url.getPath().startsWith("/");
  }

  private static String variable(String name, String rest) {
    return "TAPFLOW_CHANNELS_%s_%s".formatted(name.toUpperCase(Locale.ROOT), rest);
  }

  @Override
  public Channel open(String name, ChannelsSettings.One settings) {
    var octopods = settings.octopods();
    return new OctopodsChannel(
        name,
        new ApiKey(octopods.apiKey().orElseThrow()),
        new LateApi(() -> client(name, octopods, address(octopods.url()))),
        new OctopodsWire(octopods.intercomTeammateId()),
        settings.text(),
        InstantSource.system());
  }

  private URI address(URI url) {
    return isOwn(url)
        ? URI.create("http://localhost:%d%s".formatted(ownServer.get().getPort(), url.getPath()))
        : url;
  }

  private static OctopodsApi client(String name, ChannelsSettings.Octopods octopods, URI address) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(octopods.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(octopods.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false)
        // every status is an answer, not an exception
        .disableDefaultMapper(true)
        .userAgent("tapflow")
        .property(QuarkusRestClientProperties.NAME, "octopods-" + name)
        .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, octopods.connections())
        .property(QuarkusRestClientProperties.CONNECTION_TTL, KEEP_CONNECTION_SECONDS)
        .build(OctopodsApi.class);
  }
}
