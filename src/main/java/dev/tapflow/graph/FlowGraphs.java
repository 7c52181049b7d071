package dev.tapflow.graph;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Target;
import dev.tapflow.graph.FlowGraph.Arrow;
import dev.tapflow.graph.FlowGraph.Box;
import dev.tapflow.graph.FlowGraph.Kind;
import dev.tapflow.graph.FlowGraph.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the picture of a flow from its steps. */
public final class FlowGraphs {

  private static final String START = "(start)";
  private static final String END = "(end)";

  private final Flow flow;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final ArrayList<Arrow> arrows = new ArrayList<>();

  private FlowGraphs(Flow flow) {
    this.flow = flow;
  }

  /** Boxes for all steps, arrows for all ways; what lies in other flows is one box a step. */
  public static FlowGraph of(Flow flow) {
    return new FlowGraphs(flow).draw();
  }

  private FlowGraph draw() {
    boxes.put(START, new Box(START, Kind.START, "", flow.name()));
    flow.steps().forEach((name, step) -> boxes.put(name, Boxes.of(name, step)));
    arrows.add(new Arrow(START, flow.start().step(), "", Style.SOLID));
    flow.steps().forEach((name, step) -> Ways.of(step).forEach(way -> add(name, way)));
    return new FlowGraph(flow.name(), new ArrayList<>(boxes.values()), arrows);
  }

  private void add(String from, Way way) {
    arrows.add(new Arrow(from, place(way.target()), way.label(), way.style()));
  }

  private String place(Target target) {
    return switch (target) {
      case Target.End _ -> outside(END, new Box(END, Kind.END, "", "end"));
      case Target.To(var step)
          when step.flow().equals(flow.name()) && boxes.containsKey(step.step()) ->
          step.step();
      case Target.To(var step) ->
          outside(step.text(), new Box(step.text(), Kind.ELSEWHERE, "", step.text()));
    };
  }

  private String outside(String id, Box box) {
    boxes.putIfAbsent(id, box);
    return id;
  }
}
