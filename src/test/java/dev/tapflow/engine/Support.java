package dev.tapflow.engine;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Release;
import java.time.Duration;
import java.util.Optional;

/** The support flow of the language's documentation, built by hand. */
final class Support {

  private Support() {}

  static Release release() {
    return fixture().build();
  }

  static FlowFixture fixture() {
    var fixture = FlowFixture.flow("support").onWords("hi", "hello").onAnyMessage();
    var wrong =
        fixture.wrong(3, "to_agent", "Please tap one of the options.", "Type 1, 2 or 3.").wrong();
    var silence =
        new Exits.Silence(
            Duration.ofMinutes(10),
            Optional.of(FlowFixture.text("Still there?")),
            Optional.of(
                new Exits.GiveUp(
                    Optional.empty(),
                    Optional.of(Duration.ofMinutes(30)),
                    fixture.target("goodbye"))));
    var exits =
        new Exits(wrong, Optional.of(silence), Exits.Stale.REROUTE, new Exits.Undelivered.Hold());
    return fixture
        .team("first_line")
        .command("menu", "support#main_menu")
        .command("agent", "support#to_agent")
        .optOut("stop", "You will hear no more from us.")
        .optIn("start", "Welcome back.")
        .textButton("Menu", "support#main_menu")
        .say("welcome", "Hi ${contact.first_name}, this is Acme support.", "main_menu")
        .menu(
            "main_menu",
            "How can we help?",
            exits,
            fixture.option("orders", "My orders", "ask_order", "parcel"),
            fixture.option("billing", "Billing", "billing#start"),
            fixture.option("agent", "Talk to us", "to_agent"))
        .ask(
            "ask_order",
            "What is your order number?",
            AnswerType.TEXT,
            "vars.order",
            "shipped",
            Exits.BUILT_IN,
            new Check.Matches("A-[0-9]{4}", Optional.of(FlowFixture.text("It looks like A-1234."))))
        .say("shipped", "Order ${vars.order} is on its way.", "end")
        .handover(
            "to_agent",
            "first_line",
            FlowFixture.HandoverExits.NONE
                .accepted("${agent.name} is here.")
                .timeout("Sorry for the wait. -> main_menu")
                .returned("Anything else? -> end"))
        .say("goodbye", "Talk to you soon.", "end")
        .and("billing")
        .onWords("bill")
        .ask("start", "Which invoice?", AnswerType.TEXT, "vars.invoice", "end", Exits.BUILT_IN);
  }
}
