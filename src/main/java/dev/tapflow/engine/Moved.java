package dev.tapflow.engine;

import dev.tapflow.flow.Release;

/** A conversation that stands at a step of an older release goes on where that step is now. */
final class Moved {

  private Moved() {}

  static Session to(Release release, Session session) {
    return session
        .open()
        .filter(conversation -> !standsStill(release, conversation))
        .map(conversation -> session.with(moved(release, conversation)))
        .orElse(session);
  }

  private static boolean standsStill(Release release, Conversation conversation) {
    return release.step(conversation.at()).isPresent()
        && conversation.frames().stream().allMatch(frame -> release.step(frame.at()).isPresent());
  }

  private static Conversation moved(Release release, Conversation conversation) {
    var frames = conversation.frames().stream().map(frame -> moved(release, frame)).toList();
    return conversation.standingAt(release.present(conversation.at())).withFrames(frames);
  }

  private static Frame moved(Release release, Frame frame) {
    return switch (frame) {
      case Frame.Called called -> new Frame.Called(release.present(called.at()), called.vars());
      case Frame.PutAside aside ->
          new Frame.PutAside(release.present(aside.at()), aside.vars(), aside.waiting());
    };
  }
}
