package dev.tapflow.graph;

import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a graph as an SVG picture that needs nothing else; light and dark as its reader likes. */
public final class Svg {

  private static final String STYLE =
      """
        :root { --ink: #1f2933; --paper: #ffffff; --line: #7b8794; --soft: #52606d; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e7eb; --paper: #14181d; --line: #7b8794; --soft: #9aa5b1; }
          .box rect { fill-opacity: 0.22; }
        }
        .paper { fill: var(--paper); }
        text { font: 12px system-ui, sans-serif; fill: var(--ink); }
        .name { font-weight: 600; }
        .label { font-size: 10.5px; fill: var(--soft); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
        .arrow { fill: none; stroke: var(--line); stroke-width: 1.3; marker-end: url(#tip); }
        .dashed { stroke-dasharray: 5 4; }
        .dotted { stroke-dasharray: 1.5 4; stroke-linecap: round; }
        .tip { fill: var(--line); }
        .box rect { stroke: var(--line); }
        .message rect { fill: #d9f2e3; } .question rect { fill: #d6e9fb; }
        .logic rect { fill: #eceff3; } .service rect { fill: #ece3fa; }
        .time rect { fill: #fdf1d0; } .person rect { fill: #fbdfd8; }
        .start rect, .end rect, .elsewhere rect { fill: var(--paper); }
      """;

  private final StringBuilder text = new StringBuilder();

  private Svg() {}

  /** The picture as an XML document, ending with a line end. */
  public static String of(FlowGraph graph) {
    return new Svg().write(graph, Layout.of(graph));
  }

  private String write(FlowGraph graph, Layout.Drawing drawing) {
    var size = "%s %s".formatted(number(drawing.width()), number(drawing.height()));
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s" width="%s" height="%s" role="img">
        <title>%s</title>
        <style>
        %s</style>
        <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0,0 L8,4 L0,8 z"/></marker></defs>
        <rect class="paper" width="100%%" height="100%%"/>
        """
            .formatted(
                size,
                number(drawing.width()),
                number(drawing.height()),
                escaped("The flow " + graph.flow()),
                STYLE));
    drawing.arrows().forEach(this::line);
    drawing.boxes().forEach(this::box);
    drawing.arrows().forEach(this::label);
    return text.append("</svg>\n").toString();
  }

  private void line(Layout.Routed arrow) {
    var style =
        switch (arrow.arrow().style()) {
          case SOLID -> "arrow";
          case DASHED -> "arrow dashed";
          case DOTTED -> "arrow dotted";
        };
    var points =
        arrow.points().stream()
            .map(point -> number(point.x()) + "," + number(point.y()))
            .collect(Collectors.joining(" "));
    text.append("<polyline class=\"%s\" points=\"%s\"/>\n".formatted(style, points));
  }

  private void label(Layout.Routed arrow) {
    if (!arrow.arrow().label().isEmpty()) {
      words("label", arrow.label().x() + 3, arrow.label().y() + 10, arrow.arrow().label(), "start");
    }
  }

  private void box(Layout.Placed placed) {
    var kind = placed.box().kind().name().toLowerCase(Locale.ROOT);
    text.append(
        "<g class=\"box %s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>\n"
            .formatted(
                kind,
                number(placed.x()),
                number(placed.y()),
                number(placed.width()),
                number(placed.height()),
                number(rounding(placed))));
    var middle = placed.x() + placed.width() / 2;
    var first = placed.y() + BoxSize.INSIDE * 0.7 + 12;
    words("name", middle, first, BoxSize.title(placed.box()), "middle");
    var words = BoxSize.words(placed.box());
    if (!words.isEmpty()) {
      words("words", middle, first + BoxSize.LINE, words, "middle");
    }
    text.append("</g>\n");
  }

  private static double rounding(Layout.Placed placed) {
    return switch (placed.box().kind()) {
      case START, END -> placed.height() / 2;
      case QUESTION, MESSAGE, PERSON -> 8;
      case LOGIC, SERVICE, TIME, ELSEWHERE -> 2;
    };
  }

  private void words(String style, double x, double y, String words, String anchor) {
    text.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(style, number(x), number(y), anchor, escaped(words)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "�");
  }
}
