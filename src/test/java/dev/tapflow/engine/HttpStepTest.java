package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpStepTest {

  private static FlowFixture lookUp(ServiceCall call) {
    return FlowFixture.flow("f")
        .onAnyMessage()
        .ask("q", "Order?", AnswerType.TEXT, "vars.order", "look", Exits.BUILT_IN)
        .http("look", call, "tell")
        .say("tell", "${response.status}: ${vars.state}", "end")
        .say("none", "None of that number.", "end")
        .say("sorry", "Sorry.", "end");
  }

  private static Chat asked(ServiceCall call, String order) {
    return new Chat(lookUp(call).build()).writes("hi").writes(order);
  }

  private static ServiceCall order() {
    return ServiceCall.get("https://shop.example/orders/${vars.order}")
        .pick("vars.state", "${response.state}")
        .onStatus(404, "none")
        .onError("sorry");
  }

  @Test
  void anAnswerIsWaitedForAndPickedFrom() {
    var chat = asked(order(), "A-1");

    assertThat(chat.heard()).isEmpty();
    assertThat(chat.waiting()).isInstanceOf(Waiting.ForHttp.class);
    assertThat(chat.calls()).extracting(HttpCall::method).containsExactly("GET");
    assertThat(chat.serviceAnswers(200, Map.of("state", "shipped", "status", 7L)).heard())
        .containsExactly("200: shipped");
  }

  @Test
  void aStatusMayLeadElsewhereBeforeOnError() {
    assertThat(asked(order(), "A").serviceAnswers(404, null).heard())
        .containsExactly("None of that number.");
    assertThat(asked(order(), "A").serviceAnswers(500, "oops").heard()).containsExactly("Sorry.");
    assertThat(asked(order(), "A").serviceFails(HttpAnswer.Reason.TIMEOUT).heard())
        .containsExactly("Sorry.");
  }

  @Test
  void aWholeAnswerIsKeptAsItIs() {
    var chat = asked(ServiceCall.get("https://a.example/").save("vars.state"), "A");

    chat.serviceAnswers(201, List.of(1L, Map.of("a", true)));
    assertThat(chat.var("state")).isEqualTo(List.of(1L, Map.of("a", true)));
  }

  @Test
  void withoutAnExitAPersonTakesOver() {
    var call = ServiceCall.get("https://a.example/");
    var chat = new Chat(lookUp(call).team("people").build()).writes("hi").writes("A");

    chat.serviceFails(HttpAnswer.Reason.UNREACHABLE);
    assertThat(chat.waiting()).isInstanceOf(Waiting.ForAgent.class);
    assertThat(asked(call, "A").serviceAnswers(500, null).at()).isEqualTo("end");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/${vars.order}/x,a/../b?c#d é,https://a.example/a%2F..%2Fb%3Fc%23d%20%C3%A9/x",
    "https://a.example/${raw(vars.order)},x/y?z=1,https://a.example/x/y?z=1",
    "https://a.example/${vars.none},x,https://a.example/",
    "https://a.example/a b,x,https://a.example/a%20b",
    "https://a.example/${vars.order},😀,https://a.example/%F0%9F%98%80"
  })
  void valuesInAnAddressAreEncoded(String url, String order, String sent) {
    assertThat(asked(ServiceCall.get(url), order).calls().getFirst().url()).isEqualTo(sent);
  }

  @Test
  void theQueryIsEncodedAndAppended() {
    var call =
        ServiceCall.get("https://a.example/?x=1#top")
            .query("order no", "&${vars.order}")
            .query("raw", "${raw(vars.order)}");

    assertThat(asked(call, "a=b&c").calls().getFirst().url())
        .isEqualTo("https://a.example/?x=1&order%20no=%26a%3Db%26c&raw=a=b&c#top");
  }

  @Test
  void aBodyIsATreeOfTypedValues() {
    var call =
        ServiceCall.post("https://a.example/")
            .body(Map.of("guests", "${contact.age}", "note", "for ${vars.order}"));

    assertThat(asked(call, "A\"").calls().getFirst().body().orElseThrow())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("guests", null)
        .containsEntry("note", "for A\"")
        .hasEntrySatisfying("all", all -> assertThat((List<?>) all).hasSize(2));
  }

  @Test
  void aTimeIsWrittenForMachinesAndAWholeNumberWhole() {
    var call =
        ServiceCall.post("https://a.example/${now}")
            .query("n", "${contact.visits}")
            .body(Map.of("at", "${now}", "n", "${contact.visits}"));
    var chat =
        new Chat(
            FlowFixture.flow("f")
                .onAnyMessage()
                .set("s", "contact.visits", "3", "look")
                .http("look", call, "end")
                .build());
    var sent = chat.writes("x").calls().getFirst();

    assertThat(sent.url()).isEqualTo("https://a.example/2026-01-05T10%3A00%3A00Z?n=3");
    assertThat(sent.body().orElseThrow())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("at", "2026-01-05T10:00:00Z")
        .containsEntry("n", 3L);
  }

  @Test
  void aLineBreakInAHeaderIsNeverSent() {
    var call =
        ServiceCall.get("https://a.example/").header("X-Order", "${vars.order}").onError("sorry");
    var chat = asked(call, "a\r\nX-Admin: yes");

    assertThat(chat.calls()).isEmpty();
    assertThat(chat.heard()).containsExactly("Sorry.");
    assertThat(chat.last().trace())
        .contains(
            new Trace.Failed(
                new dev.tapflow.flow.StepRef("f", "look"),
                "headers.X-Order",
                "it has a line break"));
  }

  @Test
  void secretsAreMarkersThatNobodyElseCanWrite() {
    var marker = HttpCall.Secret.marker("token");
    var call =
        ServiceCall.post("https://a.example/${secret.token}")
            .header("Authorization", "Bearer ${secret.token}")
            .header("X-Order", "${vars.order}")
            .body(Map.of("order", "${vars.order}", "both", "${secret.token + vars.order}"));
    var chat = new Chat(lookUp(call).secret("token").build()).writes("hi").writes("x" + marker);
    var sent = chat.calls().getFirst();

    assertThat(sent.url()).isEqualTo("https://a.example/");
    assertThat(sent.headers())
        .containsExactly(
            Map.entry("Authorization", "Bearer " + marker), Map.entry("X-Order", "xtoken"));
    assertThat(sent.body().orElseThrow())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("order", "xtoken")
        .containsEntry("both", marker + "xtoken");
  }

  @Test
  void whileAServiceIsAskedOnlyCommandsAndOldTapsCount() {
    var fixture = lookUp(order()).command("menu", "m");
    var chat =
        new Chat(
                fixture.menu("m", "Pick", Exits.BUILT_IN, fixture.option("a", "A", "none")).build())
            .writes("hi")
            .writes("menu")
            .writes("menu");
    chat.taps("A");
    assertThat(chat.heard()).containsExactly("None of that number.");

    var busy = new Chat(fixture.build()).writes("hi").writes("A-1");
    var call = busy.token();
    assertThat(busy.writes("are you there?").heard()).isEmpty();
    assertThat(busy.reasons()).containsExactly("the bot is not waiting for an answer");
    assertThat(busy.writes("menu").heard()).containsExactly("Pick [A]");
    var late =
        new dev.tapflow.message.Event.HttpAnswered(call, new HttpAnswer.Answered(200, Map.of()));
    assertThat(busy.meets(late).heard()).isEmpty();
    assertThat(busy.at()).isEqualTo("f#m");
  }

  @Test
  void aCallOfWhichNobodyTellsIsGivenUp() {
    var chat = asked(order(), "A");

    assertThat(chat.waits(Duration.ofSeconds(105)).heard()).isEmpty();
    assertThat(chat.waits(Duration.ofSeconds(1)).heard()).containsExactly("Sorry.");
  }

  @Test
  void answersCountAsStepsOfTheCustomersTurnAndNotAsUnprompted() {
    var fixture = FlowFixture.flow("f").onAnyMessage().team("people");
    var release =
        fixture
            .ask("q", "More?", AnswerType.TEXT, "vars.x", "look", Exits.BUILT_IN)
            .http("look", ServiceCall.get("https://a.example/"), "q")
            .limits(100, 500, 3, dev.tapflow.flow.Bot.Limits.BUILT_IN.onLimit())
            .build();
    var chat = new Chat(release).writes("hi");
    IntStream.range(0, 10).forEach(_ -> chat.writes("x").serviceAnswers(200, null));
    assertThat(chat.heard()).containsExactly("More?");

    var circle =
        new Chat(
                FlowFixture.flow("f")
                    .onAnyMessage()
                    .team("people")
                    .http("look", ServiceCall.get("https://a.example/"), "look")
                    .build())
            .writes("hi");
    IntStream.range(0, 100).forEach(_ -> circle.serviceAnswers(200, null));
    assertThat(circle.limits()).containsExactly(Trace.Limit.STEPS_PER_TURN);
  }

  @Test
  void whatIsTooLargeIsNotKept() {
    var chat = asked(ServiceCall.get("https://a.example/").save("vars.state"), "A");

    chat.serviceAnswers(200, List.of("x".repeat(200_000)));
    assertThat(chat.var("state")).isNull();
    assertThat(chat.limits()).containsExactly(Trace.Limit.VALUE_SIZE);
  }
}
