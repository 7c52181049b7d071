package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.Team;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Reads the teams that take conversations over. */
final class TeamReader {

  private static final Map<String, Team.Kind> KINDS = Choices.of(Team.Kind.class);
  private static final Vocabulary TEAM =
      Vocabulary.of("A team")
          .may("desk", Scalar.WORD, "The desk it works at; default main.")
          .may(
              "assignee",
              Scalar.WORD,
              "The desk's id of the team or person; without one a note, left unassigned.")
          .may("kind", Kind.choice(KINDS.keySet()), "What the assignee is; default team.")
          .may("hours", Scalar.NAME, "Its opening hours; without them it is always there.");

  static final Kind KIND = Kind.named(Naming.NAME, Kind.keys(TEAM));
  private static final String MAIN_DESK = "main";

  private TeamReader() {}

  static SequencedMap<String, Team> read(Yaml node, Page page) {
    var teams = new LinkedHashMap<String, Team>();
    for (var entry : Entry.of(node, "teams by name", page)) {
      if (Names.isName(entry, "a team", page)) {
        teams.put(entry.key(), team(Fields.of(entry, TEAM, page)));
      }
    }
    return teams;
  }

  private static Team team(Fields fields) {
    var hours = fields.scalar("hours");
    hours.ifPresent(it -> fields.page().refer(Reference.Kind.HOURS, it.value().strip(), it));
    return new Team(
        fields.word("desk").orElse(MAIN_DESK),
        fields.word("assignee"),
        fields.choice("kind", KINDS).orElse(Team.Kind.TEAM),
        hours.map(it -> it.value().strip()));
  }
}
