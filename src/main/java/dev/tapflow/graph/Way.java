package dev.tapflow.graph;

import dev.tapflow.flow.Target;

/** A way out of a step, in words. */
record Way(String label, Target target, FlowGraph.Style style) {

  static Way onward(Target target) {
    return new Way("", target, FlowGraph.Style.SOLID);
  }

  static Way by(String label, Target target) {
    return new Way(label, target, FlowGraph.Style.SOLID);
  }

  static Way unless(String label, Target target) {
    return new Way(label, target, FlowGraph.Style.DASHED);
  }

  static Way later(String label, Target target) {
    return new Way(label, target, FlowGraph.Style.DOTTED);
  }
}
