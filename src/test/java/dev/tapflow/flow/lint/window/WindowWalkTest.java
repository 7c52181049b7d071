package dev.tapflow.flow.lint.window;

import static dev.tapflow.flow.lint.window.Flows.after;
import static dev.tapflow.flow.lint.window.Flows.ask;
import static dev.tapflow.flow.lint.window.Flows.beforeWindowCloses;
import static dev.tapflow.flow.lint.window.Flows.branch;
import static dev.tapflow.flow.lint.window.Flows.call;
import static dev.tapflow.flow.lint.window.Flows.giveUp;
import static dev.tapflow.flow.lint.window.Flows.giveUpBefore;
import static dev.tapflow.flow.lint.window.Flows.handover;
import static dev.tapflow.flow.lint.window.Flows.hours;
import static dev.tapflow.flow.lint.window.Flows.later;
import static dev.tapflow.flow.lint.window.Flows.pause;
import static dev.tapflow.flow.lint.window.Flows.say;
import static dev.tapflow.flow.lint.window.Flows.silence;
import static dev.tapflow.flow.lint.window.Flows.template;
import static dev.tapflow.flow.lint.window.Flows.typed;
import static dev.tapflow.flow.lint.window.Flows.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Trigger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowWalkTest {

  private final Flows flows = new Flows();

  @Test
  void shortWaitsStayInside() {
    flows.flow("f", typed(), pause("w", "23", "f#s"), say("s", "end"));

    assertThat(flows.outside()).isEmpty();
  }

  @Test
  void waitsAddUp() {
    flows.flow("f", typed(), pause("a", "12", "f#b"), pause("b", "12", "f#s"), say("s", "end"));

    assertThat(flows.outside()).containsExactly("f#s always: a 12, b 12");
  }

  @Test
  void oneOfTwoWaysIsMaybe() {
    flows.flow(
        "f",
        typed(),
        branch("x", "vars.a", "f#w", "f#s"),
        pause("w", "30", "f#s"),
        say("s", "end"));

    assertThat(flows.outside()).containsExactly("f#s maybe: w 30");
  }

  @Test
  void anAnswerOpensTheWindowAndATemplateMayAlwaysGo() {
    flows.flow(
        "f",
        typed(),
        pause("w", "30", "f#t"),
        template("t", "f#q"),
        ask("q", Optional.empty(), "f#s"),
        say("s", "end"));

    assertThat(flows.outside()).containsExactly("f#q always: w 30");
  }

  @Test
  void theEarliestOfSeveralTimesCounts() {
    var moment =
        new Moment(
            Optional.of(hours("48")),
            until("08:00").at(),
            beforeWindowCloses("0.5").beforeWindowCloses());
    flows.flow("f", typed(), pause("w", moment, "f#s"), say("s", "end"));

    assertThat(flows.outside()).isEmpty();
  }

  @Test
  void aTimeOfDayCanBeADayAwayAndAnInsertedTimeForEver() {
    flows.flow("f", typed(), pause("w", until("08:00"), "f#s"), say("s", "end"));
    flows.flow(
        "g",
        new Trigger.Referral(List.of()),
        pause("w", until("2026-12-24"), "g#s"),
        say("s", "end"));

    assertThat(flows.outside()).containsExactly("f#s maybe: w 24", "g#s maybe: w -1");
  }

  @Test
  void beforeTheWindowClosesIsNoHelpWhereItIsClosed() {
    flows.flow(
        "f",
        typed(),
        pause("a", "30", "f#b"),
        pause("b", beforeWindowCloses("1"), "f#s"),
        say("s", "end"));

    assertThat(flows.outside()).containsExactly("f#s always: a 30, b 23");
  }

  @Test
  void silenceIsCountedToTheReminderAndFromThere() {
    flows.flow(
        "f",
        typed(),
        ask("q", Optional.of(silence("20", giveUp("10", "f#bye"))), "end"),
        say("bye", "end"));

    assertThat(flows.outside()).containsExactly("f#bye always: q 30");
  }

  @Test
  void aReminderCanBeTooLate() {
    flows.flow("f", typed(), ask("q", Optional.of(silence("25", giveUp("1", "end"))), "end"));

    assertThat(flows.outside()).containsExactly("f#q always REMINDER: q 25");
  }

  @Test
  void aGivingUpBeforeTheWindowClosesStaysInside() {
    flows.flow(
        "f",
        typed(),
        ask("q", Optional.of(silence("20", giveUpBefore("0.5", "f#bye"))), "end"),
        say("bye", "end"));

    assertThat(flows.outside()).isEmpty();
  }

  @Test
  void agentsMayTakeLongAndTheCustomerMayHaveWritten() {
    flows.flow(
        "f", typed(), handover("h", Optional.of(hours("0.25")), "f#s", "f#s"), say("s", "end"));

    assertThat(flows.outside()).containsExactly("f#s maybe: h -1");
  }

  @Test
  void anAgentIsGreetedOutsideWhenTheCustomerWasSilentBefore() {
    flows.flow("f", typed(), handover("h", Optional.empty(), "end", "end"));
    flows.flow(
        "g",
        new Trigger.Words(List.of("g")),
        pause("w", "24", "g#h"),
        handover("h", Optional.empty(), "end", "end"));

    assertThat(flows.outside()).containsExactly("g#h maybe ACCEPTED: w 24");
  }

  @Test
  void whatBeginsLaterMayBeOutsideAndTheConversationGoesOnInside() {
    flows.flow("f", typed(), later("l", "g#s", "30", "f#s"), say("s", "end"));
    flows.flow("g", new Trigger.Words(List.of("g")), say("s", "end"));

    assertThat(flows.outside()).containsExactly("g#s maybe: l 30");
  }

  @Test
  void theApiStartsAtAnyTime() {
    flows.flow("f", new Trigger.Api(), say("s", "end"));

    assertThat(flows.outside()).containsExactly("f#s maybe: s -1");
  }

  @Test
  void aBranchOnTheWindowPartsTheWays() {
    flows.flow(
        "f",
        new Trigger.Api(),
        branch("b", "window.open", "f#s", "f#t"),
        say("s", "end"),
        template("t", "end"));
    flows.flow(
        "g",
        new Trigger.Api(),
        branch("b", "! window.open", "g#t", "g#s"),
        template("t", "end"),
        say("s", "end"));
    flows.flow(
        "h",
        new Trigger.Api(),
        branch("b", "vars.a && window.open", "h#s", "h#o"),
        say("s", "end"),
        say("o", "end"));

    assertThat(flows.outside()).containsExactly("h#o maybe: b -1");
  }

  @Test
  void aSubFlowTakesItsCallersTimeAndBringsItsOwnBack() {
    flows.flow("sub", typed(), pause("p", "10", "end"));
    flows.flow("f", typed(), pause("w", "15", "f#c"), call("c", "sub#p", "f#s"), say("s", "end"));
    flows.flow("g", typed(), call("c", "sub#p", "g#s"), say("s", "end"));

    assertThat(flows.outside()).containsExactly("f#s always: w 15, p 10");
  }

  @Test
  void aSubFlowThatAsksComesBackInside() {
    flows.flow("sub", typed(), ask("q", Optional.empty(), "end"));
    flows.flow(
        "f",
        typed(),
        pause("w", "15", "f#c"),
        call("c", "sub#q", "f#x"),
        pause("x", "12", "f#s"),
        say("s", "end"));

    assertThat(flows.outside()).isEmpty();
  }

  @Test
  void aCircleOfWaitsLeadsOutsideInTheEnd() {
    flows.flow(
        "f",
        typed(),
        say("s", "f#w"),
        pause("w", "1", "f#b"),
        branch("b", "vars.more", "f#s", "end"));

    assertThat(flows.outside()).containsExactly("f#s maybe: w 1");
  }

  @Test
  void flowsThatCallEachOtherComeToAnEnd() {
    flows.flow("f", typed(), pause("w", "1", "f#c"), call("c", "g#w", "f#s"), say("s", "end"));
    flows.flow("g", typed(), pause("w", "1", "g#c"), call("c", "f#w", "g#s"), say("s", "end"));

    assertThat(flows.outside()).isEmpty();
  }

  @Test
  void aLongWaitIsFollowedThroughCallsAndCircles() {
    flows.flow("f", typed(), pause("w", "25", "f#c"), call("c", "g#b", "end"));
    flows.flow(
        "g", typed(), branch("b", "window.open", "g#o", "g#s"), say("o", "end"), say("s", "g#b"));
    var wait = new Step.Wait(after("25"), Flows.to("f#c"));

    assertThat(LongWait.isLong(wait)).isTrue();
    assertThat(LongWait.followedBy(flows.all(), wait)).map(it -> it.text()).contains("g#s");
  }
}
