package dev.tapflow.door;

import dev.tapflow.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A token that can be guessed opens the door to all. */
@ApplicationScoped
final class ApiTokenCheck implements StartCheck {

  /** Characters. */
  private static final int SHORTEST = 32;

  private final ApiSettings settings;

  ApiTokenCheck(ApiSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> problems() {
    return settings.token().filter(token -> token.length() < SHORTEST).stream()
        .map(
            token ->
                "TAPFLOW_API_TOKEN is too short: expected at least %d characters, but got %d"
                    .formatted(SHORTEST, token.length()))
        .toList();
  }
}
