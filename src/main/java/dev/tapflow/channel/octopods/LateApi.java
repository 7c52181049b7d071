package dev.tapflow.channel.octopods;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that is made when it is first used: only a running server knows its own port. */
final class LateApi implements Supplier<OctopodsApi> {

  private final Supplier<OctopodsApi> maker;
  private volatile @Nullable OctopodsApi made;

  LateApi(Supplier<OctopodsApi> maker) {
    this.maker = maker;
  }

  @Override
  public OctopodsApi get() {
    var api = made;
    return api == null ? make() : api;
  }

  private synchronized OctopodsApi make() {
    var api = made;
    if (api == null) {
      api = maker.get();
      made = api;
    }
    return api;
  }
}
