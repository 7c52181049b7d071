package dev.tapflow.flow.yaml;

import static dev.tapflow.flow.yaml.Reading.END;
import static dev.tapflow.flow.yaml.Reading.inserted;
import static dev.tapflow.flow.yaml.Reading.step;
import static dev.tapflow.flow.yaml.Reading.text;
import static dev.tapflow.flow.yaml.Reading.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.Variable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class PassingStepsTest {

  @Test
  void mediaIsSentWithItsCaptionOrWithoutAWord() {
    var picture = new Attachment(Attachment.Kind.IMAGE, text("https://a.example/a.png"));

    assertThat(step("say: Look\nmedia: { image: https://a.example/a.png }"))
        .isEqualTo(new Step.Say(text("Look"), Optional.of(picture), END));
    assertThat(step("say:\nmedia: { image: https://a.example/a.png }"))
        .isEqualTo(new Step.Say(text(""), Optional.of(picture), END));
  }

  @Test
  void aLinkHasTextAddressAndButton() {
    var read =
        step(
            """
            link: Our page
            url: "https://a.example/${vars.x}"
            button: Open
            header: { video: "${bot.film}" }
            footer: Below
            """);

    assertThat(read)
        .isEqualTo(
            new Step.Link(
                text("Our page"),
                Optional.of(
                    new Header.Media(new Attachment(Attachment.Kind.VIDEO, inserted("bot.film")))),
                Optional.of(text("Below")),
                new Text(
                    List.of(
                        new Text.Part.Literal("https://a.example/"),
                        inserted("vars.x").parts().getFirst())),
                Optional.of(text("Open")),
                END));
  }

  @Test
  void aCallHasAllItsKeys() {
    var read =
        step(
            """
            http:
              post: https://a.example/orders
              query: { page: 1 }
              headers: { Authorization: "Bearer ${secret.token}" }
              body: { order: { id: "${vars.id}", lines: [a, b] } }
              timeout: 3s
              retry: 0
            save: vars.reply
            on_status: { 404: one, 409: other#start }
            on_error: end
            """);

    assertThat(read)
        .isEqualTo(
            new Step.Http(
                "POST",
                text("https://a.example/orders"),
                map("page", text("1")),
                map(
                    "Authorization",
                    new Text(
                        List.of(
                            new Text.Part.Literal("Bearer "),
                            inserted("secret.token").parts().getFirst()))),
                Optional.of(order()),
                Optional.of(Duration.ofSeconds(3)),
                0,
                Optional.empty(),
                Optional.of(new Step.Http.Saving.Whole(vars("reply"))),
                Map.of(
                    404,
                    to("one"),
                    409,
                    new dev.tapflow.flow.Target.To(new StepRef("other", "start"))),
                Optional.of(END),
                END));
  }

  private static ValueTree order() {
    var lines =
        new ValueTree.Items(List.of(new ValueTree.Leaf(text("a")), new ValueTree.Leaf(text("b"))));
    var order = new LinkedHashMap<String, ValueTree>();
    order.put("id", new ValueTree.Leaf(inserted("vars.id")));
    order.put("lines", lines);
    return new ValueTree.Branches(map("order", new ValueTree.Branches(order)));
  }

  @Test
  void whatIsKeptOfAnAnswerCanBePicked() {
    var read =
        (Step.Http)
            step(
                """
                http: { get: "${bot.shop}/a", cache: 10m }
                save: { vars.a: "${response.a}" }
                on_error: end
                """);

    assertThat(read.save())
        .contains(
            new Step.Http.Saving.Picked(
                List.of(new Assignment(vars("a"), inserted("response.a")))));
    assertThat(read.cache()).contains(Duration.ofMinutes(10));
    assertThat(read.retry()).isZero();
  }

  @Test
  void aFailedCallLeadsWhereTheBotSays() {
    var folder =
        FolderReader.read(
            Map.of(
                "bot.yaml",
                "defaults: { on_error: main#one }",
                "main.flow.yaml",
                "flow: main\nsteps: { one: { http: { get: https://a.example }, next: end } }"));

    assertThat(folder.findings()).isEmpty();
    assertThat(folder.flows().firstEntry().getValue().steps().firstEntry().getValue())
        .isInstanceOfSatisfying(
            Step.Http.class, it -> assertThat(it.onError()).contains(to("one")));
  }

  @Test
  void aTemplateHasValuesAndMedia() {
    var read =
        step(
            """
            template: hello
            lang: fr
            values: { header: H, body: [a, "${vars.b}"] }
            media: { document: https://a.example/a.pdf }
            """);

    assertThat(read)
        .isEqualTo(
            new Step.SendTemplate(
                new TemplateCall(
                    "hello",
                    Optional.of("fr"),
                    List.of(text("H")),
                    List.of(text("a"), inserted("vars.b")),
                    List.of(),
                    Optional.of(
                        new Attachment(Attachment.Kind.DOCUMENT, text("https://a.example/a.pdf")))),
                END));
  }

  @Test
  void aWaitIsShortOrTheEarliestOfSeveralTimes() {
    assertThat(step("wait: 2h"))
        .isEqualTo(
            new Step.Wait(
                new Moment(Optional.of(Duration.ofHours(2)), Optional.empty(), Optional.empty()),
                END));
    assertThat(step("wait: { for: 1d, until: \"08:00\", before_window_closes: 30m }"))
        .isEqualTo(
            new Step.Wait(
                new Moment(
                    Optional.of(Duration.ofDays(1)),
                    Optional.of(text("08:00")),
                    Optional.of(Duration.ofMinutes(30))),
                END));
  }

  @Test
  void somethingIsSetForLaterAndTakenBack() {
    var read =
        step(
            """
            later: other#start
            at: "${vars.day}"
            with: { order: "${vars.order}", vars.x: "1" }
            if_busy: skip
            """);

    var with = map("order", inserted("vars.order"));
    with.put("x", text("1"));
    assertThat(read)
        .isEqualTo(
            new Step.Later(
                "other",
                new StepRef("other", "start"),
                new Moment(Optional.empty(), Optional.of(inserted("vars.day")), Optional.empty()),
                with,
                true,
                END));
    assertThat(step("later: { cancel: other }")).isEqualTo(new Step.CancelLater("other", END));
    assertThat(step("later: other#start\nafter: 1d\nname: mine"))
        .isInstanceOfSatisfying(
            Step.Later.class,
            it -> {
              assertThat(it.name()).isEqualTo("mine");
              assertThat(it.skipIfBusy()).isFalse();
            });
  }

  @Test
  void labelsAreGivenAndTaken() {
    assertThat(step("tag: vip")).isEqualTo(new Step.Tag(List.of(text("vip")), List.of(), END));
    assertThat(step("tag: [vip, \"${vars.level}\"]\nremove: [old]"))
        .isEqualTo(
            new Step.Tag(List.of(text("vip"), inserted("vars.level")), List.of(text("old")), END));
    assertThat(step("tag: { add: vip, remove: [old, older] }"))
        .isEqualTo(new Step.Tag(List.of(text("vip")), List.of(text("old"), text("older")), END));
  }

  @Test
  void aSplitHasWeights() {
    assertThat(step("split:\n  - { weight: 90, goto: end }\n  - { weight: 10, goto: one }"))
        .isEqualTo(
            new Step.Split(
                List.of(new Step.Split.Share(90, END), new Step.Split.Share(10, to("one")))));
  }

  @Test
  void aCalledFlowBeginsAtItsStartOrAtTheStepNamed() {
    var folder =
        FolderReader.read(
            Map.of(
                "main.flow.yaml",
                """
                flow: main
                steps:
                  one: { call: sub, with: { vars.a: "1" }, save: vars.b }
                  two: { call: sub#first, returns: { a: "${vars.b}" } }
                  three: { later: sub, after: 1h, next: end }
                """,
                "sub.flow.yaml",
                "flow: sub\nstart: second\nsteps: { first: { say: A }, second: { say: B, next: end } }"));
    var flow = folder.flows().firstEntry().getValue();

    assertThat(folder.findings()).isEmpty();
    assertThat(flow.step("one"))
        .contains(
            new Step.Call(
                new StepRef("sub", "second"),
                map("a", text("1")),
                Optional.of(vars("b")),
                to("two")));
    assertThat(flow.step("two"))
        .contains(new Step.Call(new StepRef("sub", "first"), map(), Optional.empty(), to("three")));
    assertThat(flow.step("three"))
        .get()
        .isInstanceOfSatisfying(
            Step.Later.class, it -> assertThat(it.flow()).isEqualTo(new StepRef("sub", "second")));
    assertThat(flow.returns())
        .isEqualTo(
            Map.of(
                "two", new ValueTree.Branches(map("a", new ValueTree.Leaf(inserted("vars.b"))))));
  }

  private static Variable vars(String name) {
    return new Variable(Variable.Scope.VARS, name);
  }

  private static <V> SequencedMap<String, V> map() {
    return new LinkedHashMap<>();
  }

  private static <V> SequencedMap<String, V> map(String key, V value) {
    var map = new LinkedHashMap<String, V>();
    map.put(key, value);
    return map;
  }
}
