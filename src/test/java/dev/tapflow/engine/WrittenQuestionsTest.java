package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Release;
import dev.tapflow.flow.release.FlowFolder;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import dev.tapflow.message.Content;
import dev.tapflow.message.Outbound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of question as a business writes it, with real expressions. */
class WrittenQuestionsTest {

  private static final String BOT =
      """
      languages: [en, fr]
      contact: { first_name: text }
      templates: { come_back: { en: 5512, fr: 5513 } }
      channels: { main: { kind: cloud } }
      defaults: { next_page: Show more }
      """;

  private static final String FLOW =
      """
      flow: shop
      start: fill
      moved: { old_branches: branches }
      triggers:
        - event: new_conversation
      steps:
        fill:
          set:
            vars.branches: "${['N', 'S', 'W', 'E'].map(c, {'code': c, 'name': 'Branch ' + c, 'day': today()})}"
        branches:
          menu: Which branch?
          options:
            each: vars.branches
            as: branch
            id: ${branch.code}
            title: ${branch.name}
            description: Open ${format_date(branch.day, 'EEEE')}
            set: { vars.name: "${branch.name}" }
            goto: place
            more: { other: { title: Somewhere else, also: [autre], goto: place } }
            empty: place
          save: vars.branch
        place:
          ask: Where are you?
          type: location
          check: { if: input.value.latitude > 40.0, say: Too far south. }
          save: vars.place
        people:
          ask: How many come?
          type: integer
          save: vars.people
        book:
          form: Book at ${default(vars.name, 'no branch')}
          flow_id: "991122"
          screen: DATES
          data: { city: "${vars.branch.code}", day: "${vars.branch.day}", people: "${vars.people}" }
          button: Book
          save: vars.visit
        pick:
          products: Take something with you
          catalog: "77"
          header: Our best
          sections:
            - { title: Bread, items: [sku1, sku2] }
          save: vars.cart
        sure:
          template: come_back
          values: { body: ["${vars.visit.time}"] }
          options:
            "yes": { title: Confirm, goto: told }
            "no": { title: Cancel, goto: end }
        told:
          link: ${vars.cart.items[0].product} for ${vars.branch.code} at ${vars.place.latitude}
          url: https://shop.example/${vars.branch.code}
          button: Follow
          next: end
      """;

  @TempDir private Path folder;
  private Release release;

  @BeforeEach
  void load() throws IOException {
    Files.writeString(folder.resolve("bot.yaml"), BOT);
    Files.writeString(folder.resolve("shop.flow.yaml"), FLOW);
    release =
        switch (new ReleaseLoader().load(FlowFolder.read(folder))) {
          case LoadResult.Loaded loaded -> loaded.release();
          case LoadResult.Rejected rejected ->
              throw new AssertionError(rejected.findings().toString());
        };
  }

  @Test
  void areAskedAndAnsweredOneAfterTheOther() {
    var chat = new Chat(release).writes("hello");
    assertThat(chat.heard())
        .containsExactly(
            "Which branch? {Branch N | Branch S | Branch W | Branch E | Somewhere else}");
    assertThat(Chat.choices(said(chat)).getFirst().description()).contains("Open Monday");
    assertThat(chat.taps("Branch S").heard()).containsExactly("Where are you? <location>");

    assertThat(chat.sends(place(12.5)).heard()).containsExactly("Too far south.");
    assertThat(chat.sends(place(48.5)).heard()).containsExactly("How many come?");
    chat.writes("3");

    var form = (Outbound.Form) said(chat);
    assertThat(form.body()).isEqualTo("Book at Branch S");
    assertThat(form.data()).isEqualTo(Map.of("city", "S", "day", "2026-01-05", "people", 3L));
    chat.sends(new Content.FormAnswer("flow", Optional.of(form.token()), Map.of("time", "10:30")));
    chat.sends(
        new Content.Order(
            "77", Optional.empty(), List.of(new Content.Order.Item("sku2", 1, 2.5, "EUR"))));

    var template = (Outbound.Template) said(chat);
    assertThat(template.values().body()).containsExactly("10:30");
    assertThat(chat.taps("Confirm").heard())
        .containsExactly("sku2 for S at 48.5 <https://shop.example/S>");
  }

  @Test
  void aTapUnderTheOldNameOfAStepIsUnderstood() {
    var chat = new Chat(release).writes("hello");

    chat.sends(new Content.Tap(Optional.of("o1.00000000.shop.old_branches.W"), "Branch W"));
    assertThat(chat.at()).isEqualTo("shop#place");
    assertThat(chat.var("name")).isEqualTo("Branch W");
  }

  @Test
  void daysAreSaidInTheContactsLanguage() {
    var chat = new Chat(release).speaks("fr").writes("bonjour");

    assertThat(Chat.choices(said(chat)).getFirst().description()).contains("Open lundi");
    assertThat(chat.writes("autre").at()).isEqualTo("shop#place");
  }

  private static Content place(double latitude) {
    return new Content.Location(latitude, 2.3, Optional.empty(), Optional.empty());
  }

  private static Outbound said(Chat chat) {
    var message = chat.messages().toList().getLast().message();
    WhatsAppCheck.check(message);
    return message;
  }
}
