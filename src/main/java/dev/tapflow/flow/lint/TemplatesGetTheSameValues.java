package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.SourceMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A template is given as many values wherever it is sent: one of two different counts is refused.
 * How many it has is known to WhatsApp only.
 */
final class TemplatesGetTheSameValues implements Rule {

  /** How many values of each section. */
  private record Counts(int header, int body, int buttons) {

    static final Counts NONE = new Counts(0, 0, 0);

    static Counts of(TemplateCall call) {
      return new Counts(call.header().size(), call.body().size(), call.buttons().size());
    }

    String words() {
      return "%d in the header, %d in the body, %d in the buttons".formatted(header, body, buttons);
    }
  }

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var first = new HashMap<String, Counts>();
    var others =
        TemplateCalls.of(folder)
            .flatMap(
                it -> {
                  var counts = Counts.of(it.call());
                  var known = first.putIfAbsent(it.call().name(), counts);
                  return known == null || known.equals(counts)
                      ? Stream.<Finding>empty()
                      : Stream.of(finding(folder, it, counts, known));
                })
            .toList();
    return Stream.concat(others.stream(), outside(folder, first));
  }

  private static Finding finding(
      ReadFolder folder, TemplateCalls.Located sent, Counts counts, Counts known) {
    return Findings.warning(
        folder,
        "other-values",
        folder.sources().key(sent.step().flow(), sent.step().path("template")),
        "The template \"%s\" gets %s here, and elsewhere %s; one of the two is refused"
            .formatted(sent.call().name(), counts.words(), known.words()));
  }

  /** What goes out by itself where the window is closed has no values to give. */
  private static Stream<Finding> outside(ReadFolder folder, Map<String, Counts> sent) {
    return folder.bot().outsideWindow().stream()
        .filter(it -> !sent.getOrDefault(it, Counts.NONE).equals(Counts.NONE))
        .map(
            it ->
                Findings.warning(
                    folder,
                    "other-values",
                    folder.sources().value(SourceMap.BOT, "outside_window", "template"),
                    "Flows give the template \"%s\" values, and here it has none; take one without"
                            .formatted(it)
                        + " placeholders"));
  }
}
