package dev.tapflow.outbox.rate;

import java.util.List;

/** Draws from the shared buckets. */
@FunctionalInterface
public interface Draw {

  /**
   * Draws for all wishes at once, and tells which keys and channels may not send. Blocks.
   *
   * @throws RuntimeException when the database does not answer; nothing was drawn, or it is lost
   */
  Drawn draw(List<Wish> wishes);
}
