package dev.tapflow.engine;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Hours;
import dev.tapflow.flow.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Builds what all flows share in few words.
 *
 * @param <F> the builder that goes on
 */
abstract class BotFixture<F extends BotFixture<F>> {

  private final SequencedMap<String, Bot.Team> teams = new LinkedHashMap<>();
  private final SequencedMap<String, Bot.Command> commands = new LinkedHashMap<>();
  private final Map<String, Hours> hours = new LinkedHashMap<>();
  private Optional<Bot.TextButton> textButton = Optional.empty();
  private Bot.Limits limits = Bot.Limits.BUILT_IN;
  private Optional<Bot.Notice> notice = Optional.empty();
  private final List<String> secrets = new ArrayList<>();
  private final Map<String, ContactField> fields =
      new LinkedHashMap<>(
          Map.of(
              "first_name",
              ContactField.of(FieldType.TEXT),
              "visits",
              ContactField.of(FieldType.NUMBER),
              "age",
              ContactField.of(FieldType.INTEGER)));

  abstract F self();

  abstract Target target(String written);

  F team(String name, String... openHours) {
    teams.put(
        name,
        new Bot.Team(
            "main", Optional.empty(), Bot.Team.Kind.TEAM, Arrays.stream(openHours).findFirst()));
    return self();
  }

  /** Hours that never open. */
  F closed(String name) {
    hours.put(name, new Hours(ZoneOffset.UTC, Map.of(), Set.of()));
    return self();
  }

  F command(String name, String target) {
    commands.put(name, new Bot.Command(List.of(name), new Bot.Action.GoTo(target(target))));
    return self();
  }

  F optOut(String word, String say) {
    commands.put(
        word,
        new Bot.Command(List.of(word), new Bot.Action.OptOut(Optional.of(FlowFixture.text(say)))));
    return self();
  }

  F optIn(String word, String say) {
    commands.put(
        word,
        new Bot.Command(List.of(word), new Bot.Action.OptIn(Optional.of(FlowFixture.text(say)))));
    return self();
  }

  F textButton(String title, String target) {
    textButton = Optional.of(new Bot.TextButton(FlowFixture.text(title), target(target)));
    return self();
  }

  F limits(int steps, int turns, int sameStep, Bot.OnLimit onLimit) {
    limits = new Bot.Limits(steps, turns, sameStep, onLimit);
    return self();
  }

  F secret(String name) {
    secrets.add(name);
    return self();
  }

  F field(String name, ContactField field) {
    fields.put(name, field);
    return self();
  }

  F notice(String say, Optional<Instant> until) {
    notice = Optional.of(new Bot.Notice(FlowFixture.text(say), until));
    return self();
  }

  Bot bot() {
    return new Bot(
        List.of("en", "fr"),
        fields,
        Map.of("limit", 5L),
        secrets,
        Map.of("come_back", Map.of("en", "5512", "fr", "5513")),
        teams,
        hours,
        Map.of(),
        commands,
        textButton,
        Optional.of("come_back"),
        notice,
        FlowFixture.text("Options"),
        FlowFixture.text("More…"),
        limits,
        ZoneOffset.UTC);
  }
}
