package dev.tapflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.message.Purpose;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event survives being set aside. */
class EventJsonTest {

  private static final Optional<PhoneNumber> PHONE = PhoneNumber.parse("+34600000001");

  @ParameterizedTest
  @MethodSource({"contents", "events"})
  void readsWhatItWrote(Event event) {
    assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
  }

  @Test
  void knowsEveryKind() {
    assertThat(events().map(Object::getClass).distinct())
        .hasSameSizeAs(Event.class.getPermittedSubclasses());
    assertThat(contents().map(event -> event.content().getClass()).distinct())
        .hasSameSizeAs(Content.class.getPermittedSubclasses());
  }

  @Test
  void writesNothingThatADatabaseRefuses() {
    var json = EventJson.write(message(new Content.Text("a\u0000b \uD800 é")));

    assertThat(json).isPrintable().contains("\\u0000", "\\uD800", "\\u00E9");
  }

  static Stream<Event.Message> contents() {
    return Stream.of(
            new Content.Text("hi \u0000 \uD800 ñ 🙂"),
            new Content.Tap(Optional.of("o1.a.b.c.d"), "Yes"),
            new Content.Tap(Optional.empty(), "Yes"),
            new Content.Media(
                Content.MediaKind.VIDEO, "1", Optional.of("look"), Optional.of("a.mp4")),
            new Content.Location(1.5, -2, Optional.of("Home"), Optional.empty()),
            new Content.Contacts(List.of(new Content.Contacts.Card("Ana", List.of("+34")))),
            new Content.Order(
                "c", Optional.empty(), List.of(new Content.Order.Item("p", 2, 1.25, "EUR"))),
            new Content.FormAnswer("f", Optional.of("t"), values()),
            new Content.Reaction("wamid.1", Optional.empty()),
            new Content.SystemNotice("customer_changed_number", "…", PHONE),
            new Content.Unsupported("unknown"))
        .map(EventJsonTest::message);
  }

  static Stream<Event> events() {
    return Stream.of(
        new Event.Message(
            PHONE,
            Optional.of("Ana"),
            Optional.of("wamid.0"),
            Optional.of(new Event.Referral("ad", Optional.of("Now!"))),
            new Content.Text("hi")),
        new Event.AgentActed(Event.AgentActed.Action.CLOSES, "Eve"),
        new Event.TimerFired(7),
        new Event.WindowClosed(List.of(Purpose.values()), true),
        new Event.Undelivered(Purpose.values()[0], 3, "why"),
        new Event.HttpAnswered(4, new HttpAnswer.Answered(200, values())),
        new Event.HttpAnswered(4, new HttpAnswer.Answered(204, null)),
        new Event.HttpAnswered(5, new HttpAnswer.Failed(HttpAnswer.Reason.TIMEOUT, "slow")),
        new Event.FlowStarted("support", Optional.of("menu"), Map.of("order", 1000L)),
        new Event.ContactChanged(values()));
  }

  private static Event.Message message(Content content) {
    return new Event.Message(PHONE, Optional.empty(), Optional.empty(), content);
  }

  private static Map<String, @Nullable Object> values() {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("count", 3L);
    values.put("share", 0.5);
    values.put("is", true);
    values.put("nothing", null);
    values.put("list", Arrays.asList(1L, "two", null, Map.of("kind", "message")));
    return values;
  }
}
