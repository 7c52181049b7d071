package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.Team;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Reads the teams that take conversations over. */
final class TeamReader {

  private static final Vocabulary TEAM =
      Vocabulary.of("A team", "desk", "assignee", "kind", "hours");
  private static final Map<String, Team.Kind> KINDS = Choices.of(Team.Kind.class);
  private static final String MAIN_DESK = "main";

  private TeamReader() {}

  static SequencedMap<String, Team> read(Yaml node, Page page) {
    var teams = new LinkedHashMap<String, Team>();
    for (var entry : Entry.of(node, "teams by name", page)) {
      if (Names.isName(entry, "a team", page)) {
        teams.put(entry.key(), team(Fields.of(entry.value(), TEAM, page)));
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
