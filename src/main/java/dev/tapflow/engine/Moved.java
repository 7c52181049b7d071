package dev.tapflow.engine;

import dev.tapflow.flow.Release;

/** A conversation that stands at a step of an older release goes on where that step is now. */
final class Moved {

  private Moved() {}

  static Session to(Release release, Session session) {
    var open = session.open();
    if (open.isEmpty()) {
      return session;
    }
    var conversation = open.get();
    var at = release.present(conversation.at());
    var frames = conversation.frames().stream().map(frame -> moved(release, frame)).toList();
    return at.equals(conversation.at()) && frames.equals(conversation.frames())
        ? session
        : session.with(conversation.standingAt(at).withFrames(frames));
  }

  private static Frame moved(Release release, Frame frame) {
    return switch (frame) {
      case Frame.Called called -> new Frame.Called(release.present(called.at()), called.vars());
      case Frame.PutAside aside ->
          new Frame.PutAside(release.present(aside.at()), aside.vars(), aside.waiting());
    };
  }
}
