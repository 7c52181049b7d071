package dev.tapflow.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/** Makes the tree of one document from the parser's events, within bounds. */
final class TreeBuilder {

  private final Parser parser;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final Set<Anchor> open = new HashSet<>();
  private int depth;
  private int aliases;
  private long nodes;

  /** What an anchor names, and how many nodes it stands for. */
  private record Anchored(Yaml node, long size) {}

  TreeBuilder(Parser parser) {
    this.parser = parser;
  }

  /** The root; empty where the file says nothing. */
  Optional<Yaml> build() {
    parser.next();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return Optional.empty();
    }
    parser.next();
    var root = node();
    parser.next();
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      throw new Refused(
          "too-many-documents",
          "A second document begins here (\"---\"); one file holds one",
          parser.next());
    }
    return Optional.of(root);
  }

  private Yaml node() {
    var event = parser.next();
    if (event instanceof AliasEvent alias) {
      return resolve(alias);
    }
    long before = nodes++;
    var anchor = anchor(event);
    anchor.ifPresent(open::add);
    var node = node(event);
    anchor.ifPresent(
        it -> {
          open.remove(it);
          anchors.put(it, new Anchored(node, nodes - before));
        });
    if (nodes > Bounds.NODES) {
      throw new Refused(
          "too-large", "The file says too much, its aliases written out; split it", event);
    }
    return node;
  }

  private Yaml node(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent start -> mapping(start);
      default -> sequence(event);
    };
  }

  private Yaml scalar(ScalarEvent event) {
    refuseTag(event.getTag(), event);
    var start = mark(event.getStartMark());
    var end = mark(event.getEndMark());
    var style =
        switch (event.getScalarStyle()) {
          case PLAIN -> Yaml.Style.PLAIN;
          case SINGLE_QUOTED -> Yaml.Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED -> Yaml.Style.DOUBLE_QUOTED;
          case LITERAL, FOLDED, JSON_SCALAR_STYLE -> Yaml.Style.BLOCK;
        };
    return new Yaml.Scalar(
        event.getValue(),
        style,
        start.getLine() + 1,
        start.getColumn() + 1,
        end.getLine() + 1,
        end.getColumn() + 1);
  }

  private Yaml mapping(MappingStartEvent start) {
    enter(start);
    var pairs = new ArrayList<Yaml.Pair>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      var key = node();
      pairs.add(new Yaml.Pair(key, node()));
    }
    leave();
    var mark = mark(start.getStartMark());
    return new Yaml.Mapping(pairs, start.isFlow(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Yaml sequence(Event start) {
    if (start instanceof CollectionStartEvent collection) {
      enter(collection);
    }
    var items = new ArrayList<Yaml>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node());
    }
    leave();
    var mark = mark(start.getStartMark());
    return new Yaml.Sequence(items, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private void enter(CollectionStartEvent start) {
    refuseTag(start.getTag(), start);
    if (++depth > Bounds.DEPTH) {
      throw new Refused("too-deep", "This is nested more than " + Bounds.DEPTH + " deep", start);
    }
  }

  private void leave() {
    parser.next();
    depth--;
  }

  private Yaml resolve(AliasEvent alias) {
    if (open.contains(alias.getAlias())) {
      throw new Refused("too-many-aliases", "This contains itself by an alias", alias);
    }
    var anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw new Refused(
          "yaml-syntax",
          "\"*%s\" means another part of the file, and there is no \"&%s\" above. %s"
              .formatted(alias.getAlias(), alias.getAlias(), SyntaxHint.SIGN),
          alias);
    }
    nodes += anchored.size();
    if (++aliases > Bounds.ALIASES || nodes > Bounds.NODES) {
      throw new Refused(
          "too-many-aliases", "Its aliases repeat too much; write it out instead", alias);
    }
    return anchored.node();
  }

  private static Optional<Anchor> anchor(Event event) {
    return event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
  }

  /** {@code say: !Attention} would lose its word without a trace. */
  private static void refuseTag(Optional<String> tag, Event event) {
    if (tag.isPresent() && !tag.get().equals("!")) {
      throw new Refused(
          "yaml-syntax", "\"%s\" is no text here. %s".formatted(tag.get(), SyntaxHint.SIGN), event);
    }
  }

  private static Mark mark(Optional<Mark> mark) {
    return mark.orElseThrow(() -> new IllegalStateException("Marks are switched on"));
  }
}
