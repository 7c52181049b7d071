package dev.tapflow.flow.yaml;

import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** From the text of a file to its tree. */
final class Document {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new FailsafeSchema())
          .setUseMarks(true)
          .setCodePointLimit(Bounds.SIZE)
          .build();

  private Document() {}

  /** The root; empty where the file could not be read (a finding says why) or says nothing. */
  static Optional<Yaml> compose(Page page) {
    var source = page.source();
    if (source.text().length() > 2 * Bounds.SIZE
        || source.text().codePointCount(0, source.text().length()) > Bounds.SIZE) {
      page.error("too-large", source.top(), "The file is larger than 1 MiB; split it");
      return Optional.empty();
    }
    try {
      var root = new TreeBuilder(parser(source)).build();
      if (root.isEmpty()) {
        page.error("empty-file", source.top(), "The file says nothing");
      }
      return root;
    } catch (Refused refused) {
      page.error(refused.code(), source.place(refused.mark()), messageOf(refused));
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

  private static Parser parser(Source source) {
    return new ParserImpl(SETTINGS, new StreamReader(SETTINGS, new WholePairs(source.text())));
  }

  private static String messageOf(Refused refused) {
    return Objects.requireNonNull(refused.getMessage());
  }
}
