package dev.tapflow.flow.release;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Release;
import java.util.List;

/** What became of a folder of flows. */
public sealed interface LoadResult {

  /**
   * It can run.
   *
   * @param warnings what its author should still look at, by place
   */
  record Loaded(Release release, String hash, List<Finding> warnings) implements LoadResult {
    public Loaded {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It has errors and cannot run.
   *
   * @param findings all of them, warnings too, by place
   */
  record Rejected(String hash, List<Finding> findings) implements LoadResult {
    public Rejected {
      findings = List.copyOf(findings);
    }
  }

  /** The SHA-256 of the whole folder in hex; the release's id is its first 8 digits. */
  String hash();
}
