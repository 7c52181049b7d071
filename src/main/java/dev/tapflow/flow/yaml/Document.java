package dev.tapflow.flow.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** From the text of a file to YAML nodes; everything is text, map or list here. */
final class Document {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new FailsafeSchema())
          .setUseMarks(true)
          .setAllowDuplicateKeys(true)
          .setAllowNonScalarKeys(true)
          // bounded by ourselves, where a finding can be made of it
          .setMaxAliasesForCollections(Integer.MAX_VALUE)
          .setCodePointLimit(Bounds.SIZE)
          .build();

  private Document() {}

  /** The root; empty where the file could not be read (a finding says why) or says nothing. */
  static Optional<Node> compose(Page page) {
    var source = page.source();
    if (source.text().length() > 2 * Bounds.SIZE
        || source.text().codePointCount(0, source.text().length()) > Bounds.SIZE) {
      page.error("too-large", source.top(), "The file is larger than 1 MiB; split it");
      return Optional.empty();
    }
    try {
      var root = parse(source.text());
      if (root.isEmpty()) {
        page.error("empty-file", source.top(), "The file says nothing");
      }
      return root.filter(node -> Expansion.isBounded(node, page));
    } catch (BoundedParser.Exceeded exceeded) {
      var place = exceeded.mark().map(source::place).orElseGet(source::top);
      page.error(exceeded.code(), place, "Not taken: " + exceeded.getMessage());
    } catch (ReaderException strange) {
      page.error(
          "yaml-syntax",
          source.place(Math.min(strange.getPosition(), source.length())),
          "A character that YAML does not allow (U+%04X); remove it"
              .formatted(strange.getCodePoint()));
    } catch (MarkedYamlEngineException broken) {
      page.error("yaml-syntax", SyntaxHint.place(broken, source), SyntaxHint.of(broken, source));
    } catch (YamlEngineException broken) {
      page.error("yaml-syntax", source.top(), "This is no YAML: " + broken.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<Node> parse(String text) {
    var parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    var composer = new Composer(SETTINGS, new BoundedParser(parser));
    var root = composer.hasNext() ? Optional.of(composer.next()) : Optional.<Node>empty();
    if (composer.hasNext()) {
      // refused by its start
      composer.next();
    }
    return root;
  }
}
