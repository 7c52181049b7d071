package dev.tapflow.flow.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Bot.Action;
import dev.tapflow.flow.Bot.ChannelDeclaration;
import dev.tapflow.flow.Bot.OnLimit;
import dev.tapflow.flow.Bot.Team;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that bot.yaml may say, in the form in which it is promised. */
class ExactFormsTest {

  private static final Path EXAMPLE = Path.of("src/test/resources/schema");
  private static final Target MAIN_MENU = new Target.To(new StepRef("support", "main_menu"));

  private static final String FLOW =
      """
      flow: support
      triggers: [{ event: new_conversation }]
      steps:
        main_menu:
          menu: Which?
          options: { a: A, b: B }
        look_up:
          http:
            get: "https://shop.example/${bot.currency}"
            headers: { Authorization: "Bearer ${secret.shop_token}" }
            timeout: 3s
          next: end
      """;

  private static final String BOT =
      """
      languages: [en, pt-BR]
      contact:
        a: text
        b: number
        c: integer
        d: boolean
        e: date
        f: time
        g: datetime
        h: list
        i: map
        j: { type: text, max: 60, secret: true }
      values: { currency: EUR, free_above: 50, rate: 0.2, open: true, code: "007" }
      secrets: [shop_token]
      templates:
        come_back: { en: 5512, es: 5513 }
        by_name: { name: order_ready, languages: [en, pt_BR] }
      hours: { office: { zone: Europe/Paris, mon-fri: "09:00-12:30, 13:30-18:00" } }
      teams:
        first_line: { desk: main, assignee: "22", kind: admin, hours: office }
        second_line: { desk: main }
      channels: { main: { kind: octopods, text: button, flows: [support] } }
      text_button: { title: Menu, goto: "support#main_menu" }
      outside_window: { template: come_back }
      notice: { say: No deliveries today., until: "2026-03-03T00:00:00+01:00" }
      commands: { stop: { words: [stop], do: opt_out, say: Bye. } }
      defaults:
        wrong: { say: [Once more?], tries: 2, goto: "support#main_menu" }
        silence: { after: 10m, remind: Still there? }
        stale: ask_again
        undelivered: hold
        on_error: "support#main_menu"
        button: Options
      limits: { steps_per_turn: 100, turns_per_conversation: 500, same_step_per_hour: 30, on_limit: end }
      """;

  private final ReleaseLoader loader = new ReleaseLoader();

  @Test
  void theLanguagesOwnExampleLoads() throws IOException {
    var loaded =
        loader.load(
            Map.of(
                "bot.yaml",
                Files.readString(EXAMPLE.resolve("bot.yaml")),
                "support.flow.yaml",
                Files.readString(EXAMPLE.resolve("support.flow.yaml")),
                "billing.flow.yaml",
                """
                flow: billing
                steps:
                  start:
                    goto: support#to_agent
                """));

    assertThat(loaded).isInstanceOf(LoadResult.Loaded.class);
    assertThat(((LoadResult.Loaded) loaded).warnings())
        .extracting(Finding::code)
        .containsOnly("missing-translation");
  }

  @Test
  void readsWhatIsKnownOfContactsAndConstants() {
    var bot = release(BOT).bot();

    assertThat(bot.languages()).containsExactly("en", "pt-BR");
    assertThat(bot.contactFields().values())
        .extracting(ContactField::type)
        .contains(
            FieldType.TEXT,
            FieldType.NUMBER,
            FieldType.INTEGER,
            FieldType.BOOLEAN,
            FieldType.DATE,
            FieldType.TIME,
            FieldType.DATETIME,
            FieldType.LIST,
            FieldType.MAP);
    assertThat(bot.contactFields())
        .containsEntry("j", new ContactField(FieldType.TEXT, Optional.of(60), true));
    assertThat(bot.values())
        .isEqualTo(
            Map.of("currency", "EUR", "free_above", 50L, "rate", 0.2, "open", true, "code", "007"));
    assertThat(bot.secrets()).containsExactly("shop_token");
  }

  @Test
  void readsWhatTheChannelsAndDesksKnow() {
    var bot = release(BOT).bot();

    assertThat(bot.templates())
        .containsEntry("come_back", Map.of("en", "5512", "es", "5513"))
        .containsEntry("by_name", Map.of("en", "order_ready", "pt_BR", "order_ready"));
    assertThat(bot.teams().values())
        .containsExactly(
            new Team("main", Optional.of("22"), Team.Kind.ADMIN, Optional.of("office")),
            new Team("main", Optional.empty(), Team.Kind.TEAM, Optional.empty()));
    assertThat(bot.channels())
        .isEqualTo(
            Map.of(
                "main",
                new ChannelDeclaration(
                    ChannelDeclaration.Kind.OCTOPODS,
                    ChannelDeclaration.TextRoute.BUTTON,
                    List.of("support"))));
    assertThat(bot.textButton()).contains(new Bot.TextButton(Text.literal("Menu"), MAIN_MENU));
    assertThat(bot.outsideWindow()).contains("come_back");
  }

  @Test
  void readsWhatIsSaidAndDoneAnywhere() {
    var release = release(BOT);

    assertThat(release.bot().notice())
        .contains(
            new Bot.Notice(
                Text.literal("No deliveries today."),
                Optional.of(Instant.parse("2026-03-02T23:00:00Z"))));
    assertThat(release.bot().commands().get("stop"))
        .isEqualTo(
            new Bot.Command(List.of("stop"), new Action.OptOut(Optional.of(Text.literal("Bye.")))));
    var call = (Step.Http) release.step(new StepRef("support", "look_up")).orElseThrow();
    assertThat(call.onError()).contains(MAIN_MENU);
  }

  @ParameterizedTest
  @ValueSource(strings = {"handover", "end", "support#main_menu"})
  void aLimitLeadsWhereItSays(String word) {
    var limits = release(BOT.replace("on_limit: end", "on_limit: " + word)).bot().limits();

    assertThat(limits)
        .isEqualTo(
            new Bot.Limits(
                100,
                500,
                30,
                switch (word) {
                  case "handover" -> new OnLimit.HandOver();
                  case "end" -> new OnLimit.GoTo(new Target.End());
                  default -> new OnLimit.GoTo(MAIN_MENU);
                }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind: admin", "kind: team"})
  void anAssigneeIsATeamOrAnAdmin(String kind) {
    var team = release(BOT.replace("kind: admin", kind)).bot().teams().get("first_line");

    assertThat(team)
        .extracting(it -> "kind: " + it.kind().name().toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(kind);
  }

  private Release release(String bot) {
    var result = loader.load(Map.of("bot.yaml", bot, "support.flow.yaml", FLOW));
    assertThat(result).as(result.toString()).isInstanceOf(LoadResult.Loaded.class);
    return ((LoadResult.Loaded) result).release();
  }
}
