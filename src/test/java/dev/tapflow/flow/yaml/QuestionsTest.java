package dev.tapflow.flow.yaml;

import static dev.tapflow.flow.yaml.Reading.END;
import static dev.tapflow.flow.yaml.Reading.inserted;
import static dev.tapflow.flow.yaml.Reading.step;
import static dev.tapflow.flow.yaml.Reading.text;
import static dev.tapflow.flow.yaml.Reading.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Question.Goods;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Trigger;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionsTest {

  private static final Optional<Variable> SAVE =
      Optional.of(new Variable(Variable.Scope.VARS, "x"));

  @ParameterizedTest
  @EnumSource(AnswerType.class)
  void everyTypeCanBeAskedFor(AnswerType type) {
    var read = (Question.Ask) step("ask: What?\ntype: " + type.name().toLowerCase(Locale.ROOT));

    assertThat(read.type()).isEqualTo(type);
  }

  @Test
  void optionsAreMadeFromData() {
    var menu =
        (Question.Menu)
            step(
                """
                menu: Which branch?
                header: { image: https://a.example/a.png }
                options:
                  each: vars.branches
                  as: branch
                  id: ${branch.code}
                  title: ${branch.name}
                  description: ${branch.street}
                  value: ${branch.code}
                  set: { vars.name: "${branch.name}" }
                  goto: one
                  more: { other: { title: Somewhere else, goto: end } }
                  empty: end
                save: vars.x
                """);

    assertThat(menu.header())
        .contains(
            new Header.Media(
                new Attachment(Attachment.Kind.IMAGE, text("https://a.example/a.png"))));
    assertThat(menu.options()).extracting(Option::id).containsExactly("other");
    assertThat(menu.offer())
        .isInstanceOfSatisfying(
            Offer.FromData.class,
            it -> {
              assertThat(it.each()).isEqualTo(new Expression("vars.branches"));
              assertThat(it.as()).isEqualTo("branch");
              assertThat(it.id()).contains(inserted("branch.code"));
              assertThat(it.title()).isEqualTo(inserted("branch.name"));
              assertThat(it.description()).contains(inserted("branch.street"));
              assertThat(it.value()).contains(inserted("branch.code"));
              assertThat(it.set()).hasSize(1);
              assertThat(it.goTo()).isEqualTo(to("one"));
              assertThat(it.empty()).isEqualTo(END);
            });
  }

  @Test
  void onlyTheTextsOfAnItemSeeIt() {
    var expressions =
        Reading.folder(
                """
                menu: Which, ${a}?
                options: { each: b, title: "${item.c}", more: { d: "${d}" }, empty: end }
                next: end
                """)
            .expressions();

    assertThat(expressions)
        .extracting(PlacedExpression::occurrence)
        .extracting(it -> it.expression().source(), Occurrence::role, Occurrence::item)
        .containsExactlyInAnyOrder(
            tuple("a", Role.INSERTION, Optional.empty()),
            tuple("b", Role.LIST, Optional.empty()),
            tuple("item.c", Role.INSERTION, Optional.of("item")),
            tuple("d", Role.INSERTION, Optional.empty()));
  }

  @Test
  void aCallSeesSecretsInHeadersAndBodyOnly() {
    var expressions =
        Reading.folder(
                """
                http:
                  post: "https://a.example/${a}"
                  query: { b: "${b}" }
                  headers: { X-Key: "${c}" }
                  body: [{ d: "${d}" }]
                save: { vars.e: "${e}" }
                on_error: end
                next: end
                """)
            .expressions();

    assertThat(expressions)
        .extracting(PlacedExpression::occurrence)
        .extracting(it -> it.expression().source(), Occurrence::role)
        .containsExactlyInAnyOrder(
            tuple("a", Role.INSERTION),
            tuple("b", Role.INSERTION),
            tuple("c", Role.CALL_INSERTION),
            tuple("d", Role.CALL_INSERTION),
            tuple("e", Role.ANSWER_INSERTION));
  }

  @Test
  void aFormHasItsDataAndExits() {
    var form =
        (Question.Form)
            step(
                """
                form: Your booking
                flow_id: 123
                screen: DATES
                data: { from: "${vars.from}", rooms: [single, double] }
                button: Book
                header: Rooms
                footer: Below
                save: vars.x
                wrong: { tries: 2, goto: end }
                stale: expired
                undelivered: { goto: end }
                commands: off
                """);

    assertThat(form.flowId()).isEqualTo(text("123"));
    assertThat(form.screen()).contains(text("DATES"));
    assertThat(form.data().get("from")).isEqualTo(new ValueTree.Leaf(inserted("vars.from")));
    assertThat(form.data()).containsOnlyKeys("from", "rooms");
    assertThat(form.button()).contains(text("Book"));
    assertThat(form.save()).isEqualTo(SAVE);
    assertThat(form.commandsOff()).isTrue();
    assertThat(form.exits())
        .isEqualTo(
            new Exits(
                new Exits.Wrong(List.of(), 2, Optional.of(END)),
                Optional.empty(),
                Exits.Stale.EXPIRED,
                new Exits.Undelivered.GoTo(END)));
  }

  @Test
  void goodsAreOneSomeOrAll() {
    assertThat(shop("product: This?\ncatalog: 77\nitem: sku1\nfooter: Below").goods())
        .isEqualTo(new Goods.One(text("77"), text("sku1")));
    assertThat(
            shop("""
                    products: These?
                    header: Bread
                    catalog: 77
                    sections: [{ title: New, items: [a, b] }, { title: Old, items: c }]
                    """)
                .goods())
        .isEqualTo(
            new Goods.Some(
                text("77"),
                text("Bread"),
                List.of(
                    new Goods.Shelf(Optional.of(text("New")), List.of(text("a"), text("b"))),
                    new Goods.Shelf(Optional.of(text("Old")), List.of(text("c"))))));
    assertThat(shop("catalog: All we have\nthumbnail: sku1").goods())
        .isEqualTo(new Goods.All(Optional.of(text("sku1"))));
  }

  private static Question.Shop shop(String yaml) {
    return (Question.Shop) step(yaml + "\nsave: vars.x");
  }

  @Test
  void aTemplateWithOptionsIsAQuestion() {
    var read =
        (Question.AskByTemplate)
            step(
                """
                template: come_back
                values: { body: [a] }
                options:
                  yes: { title: Go on, goto: one }
                  no: No
                save: vars.x
                silence: { after: 1h, give_up: { after: 1d, goto: end } }
                next: end
                """);

    assertThat(read.template().name()).isEqualTo("come_back");
    assertThat(read.options()).extracting(Option::goTo).containsExactly(to("one"), END);
    assertThat(read.save()).isEqualTo(SAVE);
    assertThat(read.exits().silence()).isPresent();
  }

  @Test
  void aFlowIsStartedByAnAdvertisementOrTheApiToo() {
    var folder =
        FolderReader.read(
            Map.of(
                "main.flow.yaml",
                """
                flow: main
                triggers:
                  - event: referral
                    sources: [1201, 1202]
                  - { event: referral }
                  - event: api
                moved: { old: one, other#older: one }
                steps: { one: { say: Hi, next: end } }
                """));
    var flow = folder.flows().firstEntry().getValue();

    assertThat(folder.findings()).isEmpty();
    assertThat(flow.triggers())
        .containsExactly(
            new Trigger.Referral(List.of("1201", "1202")),
            new Trigger.Referral(List.of()),
            new Trigger.Api());
    assertThat(flow.moved())
        .isEqualTo(
            Map.of(
                new StepRef("main", "old"),
                new StepRef("main", "one"),
                new StepRef("other", "older"),
                new StepRef("main", "one")));
  }
}
