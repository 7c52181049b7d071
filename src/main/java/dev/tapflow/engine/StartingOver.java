package dev.tapflow.engine;

import dev.tapflow.flow.Release;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import java.util.List;
import java.util.Optional;

/** Where a conversation goes on whose step this release does not have. */
final class StartingOver {

  private final Draft draft;

  StartingOver(Draft draft) {
    this.draft = draft;
  }

  /** To the menu, else to the flow that begins conversations; the end where there is neither. */
  Optional<Target> elsewhere() {
    draft.change(it -> it.withFrames(List.of()));
    Target target =
        menu()
            .or(new Triggers(draft)::newConversation)
            .<Target>map(Target.To::new)
            .orElseGet(Target.End::new);
    draft.moved("lost", target, "the release has no such step any more");
    return Optional.of(target);
  }

  private Optional<StepRef> menu() {
    return new CommandWords(draft.bot())
        .textButton()
        .flatMap(jump -> existing(draft.release(), jump.target()));
  }

  private static Optional<StepRef> existing(Release release, Target target) {
    return switch (target) {
      case Target.To(var step) when release.step(step).isPresent() -> Optional.of(step);
      case Target.To _, Target.End _ -> Optional.empty();
    };
  }
}
