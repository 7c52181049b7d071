package dev.tapflow.graph;

import dev.tapflow.graph.FlowGraph.Arrow;
import dev.tapflow.graph.FlowGraph.Box;
import java.util.HashMap;
import java.util.Map;

/** Writes a graph as a Mermaid flowchart (source: Mermaid documentation, "Flowcharts"). */
public final class Mermaid {

  private final Map<String, String> ids = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private Mermaid() {}

  /** The chart, ending with a line end. */
  public static String of(FlowGraph graph) {
    return new Mermaid().write(graph);
  }

  private String write(FlowGraph graph) {
    text.append("flowchart TD\n");
    graph.boxes().forEach(this::box);
    graph.arrows().forEach(this::arrow);
    return text.toString();
  }

  private void box(Box box) {
    var id = "n" + ids.size();
    ids.put(box.id(), id);
    var name = box.verb().isEmpty() ? "" : escaped(box.id()) + "<br/>";
    var words = box.verb().isEmpty() ? box.text() : box.verb() + ": " + box.text();
    var label = "\"" + name + escaped(words) + "\"";
    var shaped =
        switch (box.kind()) {
          case START, END -> "([" + label + "])";
          case MESSAGE -> "[" + label + "]";
          case QUESTION -> "[/" + label + "/]";
          case LOGIC -> "{{" + label + "}}";
          case SERVICE -> "[(" + label + ")]";
          case TIME -> "(" + label + ")";
          case PERSON -> "[[" + label + "]]";
          case ELSEWHERE -> ">" + label + "]";
        };
    text.append("  ").append(id).append(shaped).append('\n');
  }

  private void arrow(Arrow arrow) {
    var line =
        switch (arrow.style()) {
          case SOLID -> "-->";
          case DASHED, DOTTED -> "-.->";
        };
    var label = arrow.label().isEmpty() ? "" : "|\"" + escaped(arrow.label()) + "\"|";
    text.append("  ")
        .append(ids.get(arrow.from()))
        .append(' ')
        .append(line)
        .append(label)
        .append(' ')
        .append(ids.get(arrow.to()))
        .append('\n');
  }

  /** Mermaid reads entities in its own spelling. */
  private static String escaped(String words) {
    var safe = new StringBuilder();
    words
        .codePoints()
        .forEach(
            point -> {
              if ("\"#&<>`\\".indexOf(point) >= 0 || point < ' ') {
                safe.append('#').append(point).append(';');
              } else {
                safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }
}
