package dev.tapflow.jmh;

import dev.tapflow.flow.Release;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 1,000 flows of 50 steps: read, linted, compiled. */
@State(Scope.Benchmark)
public class LargeFolder {

  private final Map<String, String> files = Folders.large(1000, 50);

  /** From texts to a release. */
  @Benchmark
  public Release loadAndLint() {
    return Folders.loaded(files);
  }
}
