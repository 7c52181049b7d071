package dev.tapflow.sandbox;

import io.vertx.core.http.HttpServerRequest;

/** The TCP connection that a request came over. */
record VertxConnection(HttpServerRequest request) implements Connection {

  @Override
  public void cut() {
    request.connection().close().toCompletionStage().toCompletableFuture().join();
  }
}
