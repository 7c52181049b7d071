package dev.tapflow.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A tutorial whose blocks say what becomes of them in their first line: a file ({@code #
 * flows/name}), a step in the place of another ({@code # in step}), or lines that are added ({@code
 * # at the end}, {@code # more of flows/name}).
 */
record Tutorial(String text, String flow) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```\n");
  private static final Pattern FILE = Pattern.compile("# flows/(\\S+)");
  private static final Pattern STEP = Pattern.compile("# in (\\w+)");
  private static final Pattern MORE = Pattern.compile("# more (?:cases )?of flows/(\\S+)");

  /** The flow that is spoken of is the first that is written. */
  static Tutorial of(String text) {
    var first = Pattern.compile("# flows/(\\S+\\.flow\\.yaml)").matcher(text);
    if (!first.find()) {
      throw new AssertionError("no flow is written");
    }
    return new Tutorial(text, first.group(1));
  }

  Stream<MatchResult> blocks() {
    return BLOCK.matcher(text).results();
  }

  /** The folder as it is where this heading begins. */
  Map<String, String> filesUpTo(String heading) {
    var files = new TreeMap<String, String>();
    BLOCK
        .matcher(text.substring(0, at(heading)))
        .results()
        .map(it -> it.group(1).split("\n", 2))
        .forEach(it -> follow(it[0], it[1], files));
    return files;
  }

  private void follow(String head, String lines, Map<String, String> files) {
    var file = FILE.matcher(head);
    var step = STEP.matcher(head);
    var more = MORE.matcher(head);
    if (file.matches()) {
      files.put(file.group(1), lines);
    } else if (step.matches()) {
      files.compute(flow, (_, before) -> replaced(step.group(1), lines, before));
    } else if (more.matches()) {
      files.merge(more.group(1), lines, String::concat);
    } else if (head.equals("# at the end")) {
      files.merge(flow, lines, String::concat);
    } else {
      throw new AssertionError("nobody knows what to do with a block that begins " + head);
    }
  }

  private static String replaced(String step, String lines, String flow) {
    var written = Pattern.compile("(?ms)^  " + step + ":\n.*?(?=^  \\S|\\z)").matcher(flow);
    if (!written.find()) {
      throw new AssertionError("there is no step " + step);
    }
    return flow.substring(0, written.start()) + lines + flow.substring(written.end());
  }

  /** What the section shows as printed by a command, or as found. */
  List<String> outputs(String heading) {
    int begin = at(heading);
    int end = text.indexOf("\n## ", begin + 1);
    return FENCED
        .matcher(text.substring(begin, end))
        .results()
        .filter(it -> it.group(1).isEmpty())
        .map(it -> it.group(2))
        .toList();
  }

  private int at(String heading) {
    int at = text.indexOf("\n" + heading);
    if (at < 0) {
      throw new AssertionError("there is no section " + heading);
    }
    return at;
  }
}
