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
    return source
        .get()
        .orElseThrow(() -> new IllegalStateException("Expected the round trip to be made first"));
  }

  /** Another view of it, made anew whenever it is asked for. */
  public <R> Answer<R> map(Function<? super T, ? extends R> view) {
    return new Answer<>(() -> source.get().map(view));
  }
}
