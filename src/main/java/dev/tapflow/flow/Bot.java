package dev.tapflow.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What all flows share: {@code bot.yaml}.
 *
 * @param languages the first is the default
 * @param values typed constants, scope {@code bot.*}: text, Long, Double or Boolean
 * @param secrets names of secrets that the settings hold, scope {@code secret.*}
 * @param templates the channel's own id (or name) of each template by language
 * @param teams in the order written; the first takes what nobody else is named for
 * @param outsideWindow the template that goes out where the window is closed
 * @param notice news that every conversation begins with
 * @param listButton opens a list
 * @param nextPage the row that shows the rest of a long list
 * @param zone the bot's calendar: of the first opening hours, else UTC
 */
public record Bot(
    List<String> languages,
    Map<String, ContactField> contactFields,
    Map<String, Object> values,
    List<String> secrets,
    Map<String, Map<String, String>> templates,
    SequencedMap<String, Team> teams,
    Map<String, Hours> hours,
    Map<String, ChannelDeclaration> channels,
    SequencedMap<String, Command> commands,
    Optional<TextButton> textButton,
    Optional<String> outsideWindow,
    Optional<Notice> notice,
    Text listButton,
    Text nextPage,
    Limits limits,
    ZoneId zone) {

  public Bot {
    languages = List.copyOf(languages);
    contactFields = Map.copyOf(contactFields);
    secrets = List.copyOf(secrets);
    values = Map.copyOf(values);
    templates = Map.copyOf(templates);
    teams = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(teams));
    hours = Map.copyOf(hours);
    channels = Map.copyOf(channels);
    commands = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(commands));
  }

  /** The first language; what is missing in another is said in this one. */
  public String defaultLanguage() {
    return languages.getFirst();
  }

  /** The same with other constants; {@link Constants} sees to their names and types. */
  public Bot withValues(Map<String, Object> changed) {
    return new Bot(
        languages,
        contactFields,
        changed,
        secrets,
        templates,
        teams,
        hours,
        channels,
        commands,
        textButton,
        outsideWindow,
        notice,
        listButton,
        nextPage,
        limits,
        zone);
  }

  /** People who take conversations over. Without hours they are always there. */
  public record Team(String desk, Optional<String> assignee, Kind kind, Optional<String> hours) {

    /** What the assignee is at the desk. */
    public enum Kind {
      TEAM,
      ADMIN
    }
  }

  /** What the linter must know of a channel. No flows named: all of them. */
  public record ChannelDeclaration(Kind kind, TextRoute text, List<String> flows) {
    public ChannelDeclaration {
      flows = List.copyOf(flows);
    }

    /** Whose API it is. */
    public enum Kind {
      OCTOPODS,
      CLOUD
    }

    /** How a plain text goes out. */
    public enum TextRoute {
      BUTTON,
      DESK,
      NONE
    }
  }

  /** Words that work anywhere. */
  public record Command(List<String> words, Action action) {
    public Command {
      words = List.copyOf(words);
    }
  }

  /** What a command does. */
  public sealed interface Action {

    record GoTo(Target target) implements Action {}

    record OptOut(Optional<Text> say) implements Action {}

    record OptIn(Optional<Text> say) implements Action {}
  }

  /** A strike, an outage; said once at the start of each conversation, until it is over. */
  public record Notice(Text say, Optional<Instant> until) {}

  /** The one button under a text where a channel sends no plain text. */
  public record TextButton(Text title, Target goTo) {}

  /** Bounds of one conversation; reaching one is a named outcome. */
  public record Limits(
      int stepsPerTurn, int turnsPerConversation, int sameStepPerHour, OnLimit onLimit) {

    public static final Limits BUILT_IN = new Limits(100, 500, 30, new OnLimit.HandOver());
  }

  /** What is done when a limit is reached. */
  public sealed interface OnLimit {

    /** To the first team; without one the conversation ends. */
    record HandOver() implements OnLimit {}

    record GoTo(Target target) implements OnLimit {}
  }
}
