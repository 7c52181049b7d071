package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what is probably wrong where YAML itself cannot be read, in words for a flow's author. */
final class SyntaxHint {

  /** What to do about a text that YAML takes for something else by its first character. */
  static final String SIGN =
      "A text that begins with * & ! | > % @ or ` needs quotes around it: \"…\"";

  private static final Pattern INSERTION_IN_BRACES = Pattern.compile("[{\\[,].*\\$\\{");
  private static final Pattern SIGN_FIRST = Pattern.compile("(^|[:\\-,{\\[]\\s+)[*&!|>%@`].*");

  private SyntaxHint() {}

  static Place place(MarkedYamlEngineException broken, Source source) {
    return mark(broken).map(source::place).orElseGet(source::top);
  }

  static String of(MarkedYamlEngineException broken, Source source) {
    var problem = Optional.ofNullable(broken.getProblem()).orElse("it cannot be read");
    var line = source.line(place(broken, source).line());
    return "This is no YAML: " + problem + ". " + hint(problem, line);
  }

  private static Optional<Mark> mark(MarkedYamlEngineException broken) {
    return broken.getProblemMark().or(broken::getContextMark);
  }

  private static String hint(String problem, String line) {
    if (line.contains("\t") && problem.contains("\\t")) {
      return "Indent with spaces, not with tabs";
    }
    if (INSERTION_IN_BRACES.matcher(line).find()) {
      return "Inside { } and [ ] a text with ${…}, a comma or \": \" needs quotes: \"…\"";
    }
    if (problem.contains("mapping values")) {
      return "A text with \": \" in it needs quotes around it: \"…\". Else look at the indentation";
    }
    if (SIGN_FIRST.matcher(line).find()) {
      return SIGN;
    }
    if (line.contains("\"") || line.contains("'")) {
      return "Look at the quotes: one must close where its text ends, and nothing may follow it";
    }
    return "Look at the indentation and the quotes of this line and the one above";
  }
}
