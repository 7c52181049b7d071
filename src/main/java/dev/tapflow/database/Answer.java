package dev.tapflow.database;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a statement of a {@link RoundTrip} came to; known once the trip was made.
 *
 * @param <T> what it came to
 */
public final class Answer<T> {

  private final Supplier<Optional<T>> source;
  private Optional<T> known = Optional.empty();

  Answer(Supplier<Optional<T>> source) {
    this.source = source;
  }

  /** An answer that needs no trip. */
  public static <T> Answer<T> known(T value) {
    return new Answer<>(() -> Optional.of(value));
  }

  /**
   * The answer.
   *
   * @throws IllegalStateException before the trip was made, or when it failed
   */
  public T get() {
    return found()
        .orElseThrow(() -> new IllegalStateException("Expected the round trip to be made first"));
  }

  /** Another view of it, made once. */
  public <R> Answer<R> map(Function<? super T, ? extends R> view) {
    return new Answer<>(() -> found().map(view));
  }

  private Optional<T> found() {
    if (known.isEmpty()) {
      known = source.get();
    }
    return known;
  }
}
