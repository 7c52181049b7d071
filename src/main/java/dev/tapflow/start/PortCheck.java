package dev.tapflow.start;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The port must be free. Asked before anything has begun: the server itself opens it last, when the
 * work in the background would have to be stopped again.
 */
@ApplicationScoped
final class PortCheck implements StartCheck {

  private final String host;
  private final int port;

  PortCheck(
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public List<String> problems() {
    return LaunchMode.current() == LaunchMode.NORMAL && isBusy()
        ? List.of(PortHolder.sentence(port))
        : List.of();
  }

  private boolean isBusy() {
    try (var socket = new ServerSocket()) {
      // As the server does: a port whose last connections are only fading is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return false;
    } catch (BindException e) {
      return true;
    } catch (IOException e) {
      return false; // the server will say it better
    }
  }
}
