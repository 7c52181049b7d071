package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Bot.Action;
import dev.tapflow.flow.Bot.ChannelDeclaration;
import dev.tapflow.flow.Bot.OnLimit;
import dev.tapflow.flow.Bot.Team;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Hours;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotReadingTest {

  private static final Target MENU = new Target.To(new StepRef("main", "menu"));

  @Test
  void readsLanguagesFieldsAndConstants() {
    var bot =
        bot(
            """
            languages: [en, "no"]
            contact: { name: text, born: { type: date } }
            values: { deposit: 20, rate: 0.5, open: true, code: 007, quoted: "20", name: Acme }
            """);

    assertThat(bot.languages()).containsExactly("en", "no");
    assertThat(bot.contactFields())
        .isEqualTo(
            Map.of(
                "name", ContactField.of(FieldType.TEXT), "born", ContactField.of(FieldType.DATE)));
    assertThat(bot.values())
        .isEqualTo(
            Map.of(
                "deposit", 20L, "rate", 0.5, "open", true, "code", "007", "quoted", "20", "name",
                "Acme"));
  }

  @Test
  void readsHoursAndTakesTheirZoneAsTheCalendars() {
    var bot =
        bot(
            """
            hours:
              office:
                zone: Europe/Paris
                mon-tue: "09:00-12:30, 13:30-24:00"
                sat, sun: closed
                closed: ["2026-12-25"]
            """);

    var spans =
        List.of(
            new Hours.Span(LocalTime.of(9, 0), LocalTime.of(12, 30)),
            new Hours.Span(LocalTime.of(13, 30), LocalTime.MAX));
    var office = Objects.requireNonNull(bot.hours().get("office"));
    assertThat(bot.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(office.closed()).containsExactly(LocalDate.of(2026, 12, 25));
    assertThat(office.week())
        .isEqualTo(
            Map.of(
                DayOfWeek.MONDAY,
                spans,
                DayOfWeek.TUESDAY,
                spans,
                DayOfWeek.SATURDAY,
                List.of(),
                DayOfWeek.SUNDAY,
                List.of()));
  }

  @Test
  void readsTeamsTemplatesAndChannels() {
    var bot =
        bot(
            """
            hours: { office: { zone: UTC, mon: "09:00-18:00" } }
            teams:
              first: { desk: main, assignee: "22", kind: admin, hours: office }
              second: {}
            templates: { back: { en: 5512, fr: 5513 } }
            channels: { main: { kind: cloud, text: none, flows: main } }
            outside_window: { template: back }
            """);

    assertThat(bot.teams())
        .containsExactly(
            Map.entry(
                "first",
                new Team("main", Optional.of("22"), Team.Kind.ADMIN, Optional.of("office"))),
            Map.entry(
                "second", new Team("main", Optional.empty(), Team.Kind.TEAM, Optional.empty())));
    assertThat(bot.templates()).isEqualTo(Map.of("back", Map.of("en", "5512", "fr", "5513")));
    assertThat(bot.outsideWindow()).contains("back");
    assertThat(bot.channels())
        .isEqualTo(
            Map.of(
                "main",
                new ChannelDeclaration(
                    ChannelDeclaration.Kind.CLOUD,
                    ChannelDeclaration.TextRoute.NONE,
                    List.of("main"))));
  }

  @Test
  void readsCommandsAndGivesTheMenusTargetToTheTextButton() {
    var bot =
        bot(
            """
            commands:
              menu: { words: [menu], goto: main#menu }
              stop: { words: stop, do: opt_out, say: Bye }
              back: { words: [back], do: opt_in }
            """);

    assertThat(bot.commands().values())
        .extracting(Bot.Command::action)
        .containsExactly(
            new Action.GoTo(MENU),
            new Action.OptOut(Optional.of(Text.literal("Bye"))),
            new Action.OptIn(Optional.empty()));
    assertThat(bot.textButton()).contains(new Bot.TextButton(Text.literal("Menu"), MENU));
  }

  @Test
  void readsTheTextButtonAndTheLimits() {
    var bot =
        bot(
            """
            text_button: { title: Start, goto: main#menu }
            limits: { steps_per_turn: 7, on_limit: main#menu }
            """);

    assertThat(bot.textButton()).contains(new Bot.TextButton(Text.literal("Start"), MENU));
    assertThat(bot.limits()).isEqualTo(new Bot.Limits(7, 500, 30, new OnLimit.GoTo(MENU)));
  }

  @Test
  void readsWhatAFieldMayHold() {
    var bot = bot("contact: { note: { type: text, max: 200, secret: true }, language: text }");

    assertThat(bot.contactFields())
        .isEqualTo(
            Map.of(
                "note",
                new ContactField(FieldType.TEXT, Optional.of(200), true),
                "language",
                ContactField.of(FieldType.TEXT)));
  }

  @Test
  void readsSecretsNewsAndNamedTemplates() {
    var bot =
        bot(
            """
            hours: { office: { zone: Europe/Paris, mon: "09:00-18:00" } }
            secrets: [shop_token, other]
            notice: { say: No trains today, until: 2026-03-04 }
            templates: { back: { name: come_back, languages: [en, pt_BR] } }
            defaults: { next_page: Further, on_error: main#menu }
            """);

    assertThat(bot.secrets()).containsExactly("shop_token", "other");
    assertThat(bot.notice())
        .contains(
            new Bot.Notice(
                Text.literal("No trains today"),
                Optional.of(Instant.parse("2026-03-04T23:00:00Z"))));
    assertThat(bot.templates())
        .isEqualTo(Map.of("back", Map.of("en", "come_back", "pt_BR", "come_back")));
    assertThat(bot.nextPage()).isEqualTo(Text.literal("Further"));
  }

  @Test
  void aNoticeMayEndAtAMomentOrNever() {
    assertThat(bot("notice: { say: x, until: \"2026-03-04T18:00+01:00\" }").notice().orElseThrow())
        .isEqualTo(
            new Bot.Notice(Text.literal("x"), Optional.of(Instant.parse("2026-03-04T17:00:00Z"))));
    assertThat(bot("notice: { say: x }").notice().orElseThrow().until()).isEmpty();
  }

  @Test
  void aNightMayEndOnTheNextDay() {
    var bot = bot("hours: { bar: { zone: UTC, fri: \"12:00-14:00, 18:00-02:00\", sat: closed } }");

    assertThat(Objects.requireNonNull(bot.hours().get("bar")).week().get(DayOfWeek.FRIDAY))
        .containsExactly(
            new Hours.Span(LocalTime.of(12, 0), LocalTime.of(14, 0)),
            new Hours.Span(LocalTime.of(18, 0), LocalTime.of(2, 0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "languages: [english] | bad-value",
        "languages: [en_US] | bad-value",
        "languages: [en-UK] | bad-value",
        "languages: [fr, fr] | duplicate-key",
        "secrets: [a b] | bad-name",
        "contact: { n: { type: number, max: 3 } } | bad-value",
        "contact: { n: { max: 3 } } | missing-key",
        "contact: { tags: text } | bad-value",
        "notice: { until: 2026-03-04 } | missing-key",
        "notice: { say: x, until: tomorrow } | bad-value",
        "templates: { t: {} } | missing-key",
        "templates: { t: { name: x } } | missing-key",
        "templates: { t: { name: X-Y, languages: [en] } } | bad-value",
        "templates: { t: { english: 5 } } | bad-value",
        "templates: { t: { en: five } } | bad-value",
        "hours: { o: { zone: UTC, mon: '09:00-6:00' } } | bad-hours",
        "hours: { o: { zone: UTC, mon: '18:00-02:00, 20:00-21:00' } } | bad-hours",
        "hours: { o: { zone: UTC, mon: '09:00-09:00' } } | bad-hours",
        "limits: { on_limit: hang_up } | bad-target",
      })
  void findsWhatCannotBe(String yaml, String code) {
    assertThat(FolderReader.read(Map.of("bot.yaml", yaml)).findings())
        .extracting(Finding::code)
        .containsExactly(code);
  }

  private static Bot bot(String yaml) {
    var folder = FolderReader.read(Map.of("flows/bot.yaml", yaml));
    assertThat(folder.findings()).isEmpty();
    return folder.bot();
  }
}
