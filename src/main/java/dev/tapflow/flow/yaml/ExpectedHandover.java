package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Reads the handover that a case expects: a map, the team alone, or {@code nothing}. */
final class ExpectedHandover {

  private static final Vocabulary HANDOVER =
      Vocabulary.of("\"handover\"")
          .may("team", Scalar.NAME, "The team that is asked for.")
          .may("note", SpeechReader.WORDS, "What it is told.")
          .may("labels", Kind.oneOrMore(Scalar.WORD), "All labels, in order.")
          .may("priority", SpeechReader.WORDS, "How urgent it is.");

  static final Kind KIND =
      Kind.either(Scalar.NAME, Kind.choice(SpeechReader.NOTHING), Kind.keys(HANDOVER));

  private ExpectedHandover() {}

  static Line read(Entry entry, Page page) {
    var place = page.source().start(entry.keyNode());
    if (entry.value() instanceof Yaml.Scalar word) {
      var written = word.value().strip();
      if (SpeechReader.NOTHING.contains(written)) {
        return new Line.HandsOver(place, Optional.empty());
      }
      var team = new LinkedHashMap<String, Datum>();
      team.put("team", Datum.Scalar.literal(written));
      return new Line.HandsOver(place, Optional.of(new Datum.Entries(team)));
    }
    return new Line.HandsOver(
        place, Optional.of(new SpeechReader(page).told(entry.value(), HANDOVER)));
  }
}
