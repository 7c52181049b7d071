package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which API keys open Octopods' door. */
@Singleton
final class ApiKeys implements Forgetful {

  /** All keys of the account; a key may be valid and yet not be allowed interactive messages. */
  record Ring(Set<String> valid, Set<String> deprecated, Set<String> interactiveDisabled) {}

  /** What somebody wants; what is left out is empty. */
  record Order(
      @Nullable Set<String> valid,
      @Nullable Set<String> deprecated,
      @Nullable Set<String> interactiveDisabled) {

    Ring ring() {
      return new Ring(orNone(valid), orNone(deprecated), orNone(interactiveDisabled));
    }

    private static Set<String> orNone(@Nullable Set<String> keys) {
      return keys == null ? Set.of() : keys;
    }
  }

  private final Ring initially;
  private volatile Ring ring;

  ApiKeys(SandboxSettings settings) {
    this.initially = new Ring(Set.of(settings.apiKey()), Set.of(), Set.of());
    this.ring = initially;
  }

  void replace(Ring next) {
    ring = next;
  }

  Ring ring() {
    return ring;
  }

  Optional<Refusal> refusalOf(Call call) {
    var now = ring;
    var key = call.key();
    if (key == null || !(now.valid().contains(key) || now.deprecated().contains(key))) {
      return Optional.of(Refusal.unknownKey());
    }
    if (now.deprecated().contains(key)) {
      return Optional.of(Refusal.deprecatedKey());
    }
    return call.kind() == Call.Kind.INTERACTIVE && now.interactiveDisabled().contains(key)
        ? Optional.of(Refusal.interactiveDisabled())
        : Optional.empty();
  }

  @Override
  public void forget() {
    ring = initially;
  }
}
