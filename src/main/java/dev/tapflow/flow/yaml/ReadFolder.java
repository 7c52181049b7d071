package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.StepRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A folder of flows as far as it could be read.
 *
 * @param flows by name, in the order of their names; a flow with findings is here as far as it goes
 * @param unread names of flows whose files could not be read at all
 * @param doubtful names of flows with errors: what leads out of them is known in part only
 * @param mentioned addresses that stand anywhere in files with errors
 * @param references names that must mean something
 * @param translations how each file that could be read is translated to each language but the first
 */
public record ReadFolder(
    Bot bot,
    SequencedMap<String, Flow> flows,
    Set<String> unread,
    Set<String> doubtful,
    Set<StepRef> mentioned,
    SourceMap sources,
    List<Reference> references,
    List<PlacedExpression> expressions,
    List<PlacedPattern> patterns,
    List<Translation> translations,
    List<Finding> findings) {

  public ReadFolder {
    flows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(flows));
    unread = Set.copyOf(unread);
    doubtful = Set.copyOf(doubtful);
    mentioned = Set.copyOf(mentioned);
    references = List.copyOf(references);
    expressions = List.copyOf(expressions);
    patterns = List.copyOf(patterns);
    translations = List.copyOf(translations);
    findings = List.copyOf(findings);
  }
}
