package dev.tapflow.engine;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A flow in which every kind of step is one tap away from a menu of several pages. */
final class EveryStep {

  private static final Text ANYTHING = FlowFixture.text("Hi ${contact.first_name} ${vars.x}");

  private final FlowFixture fixture =
      FlowFixture.flow("support")
          .onAnyMessage()
          .onWords("hi")
          .onReferral()
          .team("people")
          .secret("token")
          .field("pin", new ContactField(FieldType.TEXT, Optional.of(4), true))
          .command("menu", "support#main_menu")
          .command("agent", "support#agent")
          .optOut("stop", "Bye.")
          .optIn("start", "Welcome back.")
          .notice("Strike on ${vars.none} today.", Optional.empty());

  private final List<Option> options = new ArrayList<>();

  private EveryStep() {}

  static Release release(Bot.Limits limits) {
    var every = new EveryStep();
    every.passing();
    every.moving();
    every.questions();
    every.menu();
    every.others();
    return every
        .fixture
        .limits(
            limits.stepsPerTurn(),
            limits.turnsPerConversation(),
            limits.sameStepPerHour(),
            limits.onLimit())
        .build();
  }

  private EveryStep offered(String name) {
    options.add(fixture.option(name, "To " + name, name));
    return this;
  }

  private void step(String name, Step step) {
    offered(name).fixture.step(name, step);
  }

  private void passing() {
    offered("say").fixture.say("say", "Said ${vars.x}", "main_menu");
    for (var kind : Attachment.Kind.values()) {
      var name = kind.name().toLowerCase(Locale.ROOT);
      step(
          name,
          new Step.Say(
              ANYTHING,
              Optional.of(new Attachment(kind, FlowFixture.text("https://a.example/${vars.x}"))),
              fixture.target("main_menu")));
    }
    step(
        "link",
        new Step.Link(
            ANYTHING,
            Optional.of(new Header.Words(ANYTHING)),
            Optional.of(ANYTHING),
            FlowFixture.text("https://a.example/${vars.x}"),
            Optional.of(ANYTHING),
            fixture.target("main_menu")));
    step("template", new Step.SendTemplate(template(), fixture.target("main_menu")));
    offered("set").fixture.set("set", "contact.pin", "${vars.x}", "language");
    offered("language").fixture.set("language", "contact.language", "${vars.x}", "branch");
    offered("branch").fixture.branch("branch", "contact.pin == 'x'", "split", "tag");
    offered("split").fixture.split("split", fixture.share(1, "goto"), fixture.share(9, "tag"));
    offered("goto").fixture.goTo("goto", "main_menu");
    offered("tag").fixture.tag("tag", "${vars.x}", "old", "main_menu");
  }

  private void moving() {
    var minute = Duration.ofMinutes(1);
    offered("call").fixture.call("call", "sub", "vars.x", "main_menu", "x=${vars.x}");
    offered("endless").fixture.call("endless", "endless", "vars.x", "main_menu");
    offered("wait").fixture.pause("wait", FlowFixture.in(minute), "main_menu");
    offered("until").fixture.pause("until", FlowFixture.at("${vars.x}"), "main_menu");
    offered("later")
        .fixture
        .later("later", "nudge", "nudge", FlowFixture.in(minute), "main_menu", "x=${vars.x}");
    offered("unless")
        .fixture
        .later("unless", "nudge", "nudge", FlowFixture.in(minute), true, "main_menu");
    offered("again").fixture.later("again", "again", "again", FlowFixture.in(minute), "main_menu");
    offered("cancel").fixture.cancel("cancel", "nudge", "main_menu");
    offered("http").fixture.http("http", call().onError("main_menu"), "main_menu");
    offered("unsure").fixture.http("unsure", call().onStatus(404, "http"), "http");
    offered("agent")
        .fixture
        .handover(
            "agent",
            "people",
            FlowFixture.HandoverExits.NONE
                .accepted("${agent.name} is here.")
                .timeout("Sorry. -> main_menu")
                .returned("Back. -> main_menu"));
  }

  private static ServiceCall call() {
    return ServiceCall.post("https://a.example/${vars.x}?y=${raw(vars.x)}")
        .query("x", "${vars.x}")
        .header("X-Pin", "${contact.pin}${vars.x}")
        .header("Authorization", "${secret.token}")
        .body(Map.of("x", "${vars.x}", "fails", "${fails}"))
        .pick("vars.x", "${response.x}");
  }

  private static TemplateCall template() {
    return new TemplateCall(
        "come_back",
        Optional.empty(),
        List.of(),
        List.of(ANYTHING),
        List.of(),
        Optional.of(
            new Attachment(
                Attachment.Kind.IMAGE, FlowFixture.text("https://a.example/${vars.x}"))));
  }

  private void questions() {
    for (var type : AnswerType.values()) {
      var name = "ask_" + type.name().toLowerCase(Locale.ROOT);
      offered(name).fixture.ask(name, "Which?", type, "vars.x", "main_menu", Exits.BUILT_IN);
    }
    step(
        "form",
        new Question.Form(
            ANYTHING,
            Optional.of(new Header.Words(ANYTHING)),
            Optional.empty(),
            Optional.empty(),
            FlowFixture.text("4711"),
            Optional.empty(),
            new LinkedHashMap<>(Map.of("x", new ValueTree.Leaf(FlowFixture.text("${vars.x}")))),
            Optional.of(FlowFixture.variable("vars.x")),
            fixture.target("main_menu"),
            Exits.BUILT_IN,
            false));
    shop("product", new Question.Goods.One(FlowFixture.text("c"), ANYTHING));
    var shelf = new Question.Goods.Shelf(Optional.of(ANYTHING), List.of(ANYTHING));
    shop("products", new Question.Goods.Some(FlowFixture.text("c"), ANYTHING, List.of(shelf)));
    shop("catalog", new Question.Goods.All(Optional.of(ANYTHING)));
    step(
        "template_question",
        new Question.AskByTemplate(
            template(),
            List.of(fixture.option("yes", "Yes", "main_menu")),
            Optional.of(FlowFixture.variable("vars.x")),
            fixture.target("main_menu"),
            Exits.BUILT_IN,
            false));
    step(
        "data",
        menu(
            new Offer.FromData(
                new Expression("vars.x"),
                "item",
                Optional.of(FlowFixture.text("${item}")),
                FlowFixture.text("${item.name}"),
                Optional.of(FlowFixture.text("${item.street}")),
                Optional.empty(),
                List.of(),
                fixture.target("main_menu"),
                List.of(fixture.option("other", "Other", "say")),
                fixture.target("main_menu"))));
  }

  private void shop(String name, Question.Goods goods) {
    step(
        name,
        new Question.Shop(
            ANYTHING,
            Optional.empty(),
            goods,
            Optional.of(FlowFixture.variable("vars.x")),
            fixture.target("main_menu"),
            Exits.BUILT_IN,
            false));
  }

  private Question.Menu menu(Offer offer) {
    return new Question.Menu(
        ANYTHING,
        Optional.of(
            new Header.Media(
                new Attachment(Attachment.Kind.IMAGE, FlowFixture.text("https://a.example/i")))),
        Optional.of(ANYTHING),
        Optional.of(ANYTHING),
        offer,
        Question.Shape.AUTO,
        Optional.empty(),
        fixture.target("main_menu"),
        Exits.BUILT_IN,
        false);
  }

  private void menu() {
    fixture.step(
        "main_menu",
        menu(
            new Offer.Written(
                List.of(new Option.Group(Optional.of(ANYTHING), List.copyOf(options))))));
  }

  private void others() {
    fixture
        .and("sub")
        .onWords("sub")
        .ask("start", "Sub?", AnswerType.TEXT, "vars.x", "done", Exits.BUILT_IN)
        .say("done", "Done.", "end")
        .returns("done", "${vars.x}")
        .and("nudge")
        .say("say", "Remember ${vars.x}!", "start")
        .ask("start", "Well?", AnswerType.INTEGER, "vars.x", "call", Exits.BUILT_IN)
        .call("call", "sub", "vars.x", "end")
        .and("again")
        .later("start", "again", "again", FlowFixture.in(Duration.ZERO), "end")
        .and("endless")
        .call("start", "endless", "vars.x", "end");
  }
}
