package dev.tapflow.flow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The nodes of a batch: hands out ids and remembers where each node comes from. */
final class Nodes {

  private final Map<Long, Origin> origins = new HashMap<>();
  private int expression;
  private long last;

  /**
   * Where a node comes from.
   *
   * @param expression which expression of the batch
   * @param offset code points into its source
   * @param parsed the id it had when parsed
   */
  record Origin(int expression, int offset, long parsed) {}

  /** What follows belongs to this expression of the batch. */
  void begin(int expression) {
    this.expression = expression;
  }

  long id(int offset, long parsed) {
    last++;
    origins.put(last, new Origin(expression, offset, parsed));
    return last;
  }

  /** An id for a node that the checker no longer sees. */
  long id() {
    last++;
    return last;
  }

  Optional<Origin> origin(long id) {
    return Optional.ofNullable(origins.get(id));
  }

  CelExpr call(long id, String function, CelExpr... arguments) {
    return CelExpr.ofCall(id, Optional.empty(), function, ImmutableList.copyOf(arguments));
  }

  CelExpr text(long id, String text) {
    return CelExpr.ofConstant(id, CelConstant.ofValue(text));
  }
}
