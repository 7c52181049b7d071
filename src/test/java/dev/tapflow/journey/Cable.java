package dev.tapflow.journey;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cable between the bot and its database, which can be pulled and plugged in again. */
final class Cable implements AutoCloseable {

  private final int near;
  private final int far;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

  /** A cable that is not plugged in yet. */
  Cable(int farPort) throws IOException {
    this.near = ProductionJar.freePort();
    this.far = farPort;
  }

  int port() {
    return near;
  }

  void plugIn() throws IOException {
    var server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), near));
    open.add(server);
    Thread.ofVirtual().start(() -> accept(server));
  }

  void pull() throws IOException {
    for (var end : open) {
      end.close();
    }
    open.clear();
  }

  private void accept(ServerSocket server) {
    try {
      while (true) {
        var here = server.accept();
        var there = new Socket(InetAddress.getLoopbackAddress(), far);
        open.add(here);
        open.add(there);
        Thread.ofVirtual().start(() -> carry(here, there));
        Thread.ofVirtual().start(() -> carry(there, here));
      }
    } catch (IOException e) {
      // pulled
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // pulled, or one side has hung up
    }
  }

  @Override
  public void close() throws IOException {
    pull();
  }
}
