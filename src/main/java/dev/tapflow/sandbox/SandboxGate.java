package dev.tapflow.sandbox;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Keeps {@code /sandbox} shut where it must not exist: in production, unless it was asked for. */
@Singleton
final class SandboxGate {

  private final Provider<SandboxSettings> settings;

  /** Filters are made before the settings are known, so that they are asked later. */
  SandboxGate(Provider<SandboxSettings> settings) {
    this.settings = settings;
  }

  boolean isOpen() {
    return settings.get().enabled().orElseGet(() -> isForDevelopers(ConfigUtils.getProfiles()));
  }

  static boolean isForDevelopers(List<String> profiles) {
    return profiles.contains("dev") || profiles.contains("test");
  }

  /** Before matching, so that a closed sandbox does not even say which methods it would take. */
  @ServerRequestFilter(preMatching = true)
  @Nullable Response refuseWhenClosed(ContainerRequestContext request) {
    return refuseWhenClosed(request.getUriInfo().getPath());
  }

  @Nullable Response refuseWhenClosed(String path) {
    return !isSandbox(path) || isOpen() ? null : Problem.response(404, "There is no such page.");
  }

  private static boolean isSandbox(String path) {
    return path.equals("/sandbox") || path.startsWith("/sandbox/");
  }
}
