package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.HttpServer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Meta's postman. What concerns one phone is posted in order, a customer's messages and our
 * messages' statuses each in a lane of their own, and a lane waits until its first letter is taken.
 */
@Singleton
final class MetaWebhook implements Forgetful {

  private enum Cargo {
    MESSAGE,
    STATUS
  }

  private record LaneKey(CustomerNumber phone, Cargo cargo) {}

  private final Provider<HttpServer> ownServer;
  private final WebhookTarget initially;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final WebhookPost post = new WebhookPost();
  private final Map<LaneKey, WebhookLane> lanes = new HashMap<>();
  private volatile WebhookTarget target;

  MetaWebhook(SandboxSettings settings, Provider<HttpServer> ownServer) {
    this.ownServer = ownServer;
    this.initially = WebhookTarget.of(settings.webhook());
    this.target = initially;
  }

  WebhookTarget target() {
    return target;
  }

  synchronized void change(WebhookTarget.Change change) {
    target = target.with(change);
  }

  /** Posts a customer's message until it is taken; {@code taken} runs when it is. */
  void postMessage(CustomerNumber from, String name, ObjectNode message, Runnable taken) {
    var body = MetaEnvelope.bytes(MetaEnvelope.ofMessage(target, from, name, message));
    add(new LaneKey(from, Cargo.MESSAGE), new WebhookLane.Letter(body, System.nanoTime(), taken));
  }

  void postStatus(CustomerNumber to, ObjectNode status) {
    if (target.statuses()) {
      var body = MetaEnvelope.bytes(MetaEnvelope.ofStatus(target, status));
      long notBefore = System.nanoTime() + target.statusDelay().toNanos();
      add(new LaneKey(to, Cargo.STATUS), new WebhookLane.Letter(body, notBefore, () -> {}));
    }
  }

  private synchronized void add(LaneKey key, WebhookLane.Letter letter) {
    var lane = lanes.computeIfAbsent(key, unused -> new WebhookLane(this::deliver, threads));
    lane.add(letter);
  }

  private boolean deliver(byte[] body) throws InterruptedException {
    var now = target;
    return post.isTaken(URI.create(address(now)), body, MetaSignature.of(now.secret(), body));
  }

  String address() {
    return address(target);
  }

  /** Read as late as this, for only a running server knows its port. */
  private String address(WebhookTarget now) {
    var url = now.url();
    return url != null
        ? url
        : "http://localhost:" + ownServer.get().getPort() + "/webhooks/whatsapp/main";
  }

  @Override
  public synchronized void forget() {
    lanes.values().forEach(WebhookLane::close);
    lanes.clear();
    target = initially;
  }

  @PreDestroy
  void stop() {
    forget();
    threads.shutdownNow();
    post.close();
  }
}
