package dev.tapflow.rehearsal;

import dev.tapflow.flow.Place;
import java.util.List;
import java.util.Optional;

/**
 * What became of one case.
 *
 * @param file the file it stands in
 * @param failure empty where all was as expected
 * @param chat the conversation up to the failure, or to the end
 */
public record CaseResult(
    String file, String name, Place place, Optional<Failure> failure, List<ChatLine> chat) {

  public CaseResult {
    chat = List.copyOf(chat);
  }

  public boolean passed() {
    return failure.isEmpty();
  }

  /**
   * Why a case failed.
   *
   * @param place the line of the case
   * @param reason one sentence
   * @param difference where something was compared
   */
  public record Failure(Place place, String reason, Optional<Difference> difference) {}
}
