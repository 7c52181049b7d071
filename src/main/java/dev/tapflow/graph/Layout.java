package dev.tapflow.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Where each box and arrow of a graph stands: layers from top to bottom, by ELK Layered. */
final class Layout {

  private static final double BETWEEN_BOXES = 28;
  private static final double BETWEEN_LAYERS = 44;
  private static final double MARGIN = 16;

  private final ElkNode root;
  private final Map<String, ElkNode> nodes = new HashMap<>();

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  private Layout(ElkNode root) {
    this.root = root;
  }

  /** A box with its place; pixels. */
  record Placed(FlowGraph.Box box, double x, double y, double width, double height) {}

  /** An arrow with its bends, and where its label stands. */
  record Routed(FlowGraph.Arrow arrow, List<Point> points, Point label) {}

  /** A point; pixels. */
  record Point(double x, double y) {}

  /** All of it. */
  record Drawing(double width, double height, List<Placed> boxes, List<Routed> arrows) {}

  static Drawing of(FlowGraph graph) {
    var layout = new Layout(ElkGraphUtil.createGraph());
    layout.setUp();
    graph.boxes().forEach(layout::add);
    var edges = graph.arrows().stream().map(layout::add).toList();
    new RecursiveGraphLayoutEngine().layout(layout.root, new BasicProgressMonitor());
    return layout.drawing(graph, edges);
  }

  private void setUp() {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.SEPARATE_CHILDREN);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_BOXES / 2);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_BOXES / 2);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
  }

  private void add(FlowGraph.Box box) {
    var node = ElkGraphUtil.createNode(root);
    node.setDimensions(BoxSize.width(box), BoxSize.height(box));
    nodes.put(box.id(), node);
  }

  private ElkEdge add(FlowGraph.Arrow arrow) {
    var edge = ElkGraphUtil.createSimpleEdge(node(arrow.from()), node(arrow.to()));
    if (!arrow.label().isEmpty()) {
      var label = ElkGraphUtil.createLabel(arrow.label(), edge);
      label.setDimensions(BoxSize.labelWidth(arrow.label()), BoxSize.LABEL_HEIGHT);
    }
    return edge;
  }

  private ElkNode node(String id) {
    return Objects.requireNonNull(nodes.get(id));
  }

  private Drawing drawing(FlowGraph graph, List<ElkEdge> edges) {
    var boxes = graph.boxes().stream().map(this::placed).toList();
    var arrows =
        IntStream.range(0, edges.size())
            .mapToObj(i -> routed(graph.arrows().get(i), edges.get(i)))
            .toList();
    return new Drawing(root.getWidth(), root.getHeight(), boxes, arrows);
  }

  private Placed placed(FlowGraph.Box box) {
    var node = node(box.id());
    return new Placed(box, node.getX(), node.getY(), node.getWidth(), node.getHeight());
  }

  private static Routed routed(FlowGraph.Arrow arrow, ElkEdge edge) {
    var section = edge.getSections().getFirst();
    var points = new ArrayList<Point>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
    points.add(new Point(section.getEndX(), section.getEndY()));
    var label =
        edge.getLabels().isEmpty()
            ? points.getFirst()
            : new Point(edge.getLabels().getFirst().getX(), edge.getLabels().getFirst().getY());
    return new Routed(arrow, points, label);
  }
}
