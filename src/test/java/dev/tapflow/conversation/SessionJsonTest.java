package dev.tapflow.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapflow.engine.Appointment;
import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Counters;
import dev.tapflow.engine.Frame;
import dev.tapflow.engine.Input;
import dev.tapflow.engine.Waiting;
import dev.tapflow.flow.StepRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionJsonTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final StepRef MENU = new StepRef("support", "main_menu");

  @ParameterizedTest
  @MethodSource("waits")
  void comesBackAsItWas(Waiting waiting) {
    var conversation = waitingFor(waiting);

    assertThat(SessionJson.read(SessionJson.write(conversation))).isEqualTo(conversation);
  }

  static Stream<Waiting> waits() {
    var alarm = new Waiting.Alarm(NOON, Waiting.Alarm.Reason.REMIND);
    return Stream.of(
        new Waiting.ForAnswer(3, 2, Optional.of(alarm), 1, true, 2),
        new Waiting.ForAnswer(3, 3, Optional.empty(), 0, false, 0),
        new Waiting.ForTime(5, new Waiting.Alarm(NOON, Waiting.Alarm.Reason.WAIT_OVER)),
        new Waiting.ForHttp(6, new Waiting.Alarm(NOON, Waiting.Alarm.Reason.HTTP_OVERDUE), true),
        new Waiting.ForAgent(4, "first_line", "Order A-1", NOON, Optional.of(alarm), false),
        new Waiting.WithAgent(4, "first_line", "Order A-1", "Maria", true),
        new Waiting.Over(NOON, Waiting.Ending.COMPLETED));
  }

  @Test
  void readsWhatTheFirstVersionWrote() throws IOException {
    var stored = resource("/session/version-1.json");

    assertThat(SessionJson.read(stored))
        .isEqualTo(
            waitingFor(
                new Waiting.ForAnswer(
                    3,
                    2,
                    Optional.of(new Waiting.Alarm(NOON, Waiting.Alarm.Reason.REMIND)),
                    1,
                    true,
                    0)));
  }

  @Test
  void refusesAVersionItDoesNotKnow() {
    assertThatThrownBy(() -> SessionJson.read("{\"version\": 99}"))
        .hasMessageContaining("version 1 to 2, but got 99");
  }

  @Test
  void whatAConversationComesBackToComesBack() {
    List<Frame> frames =
        List.of(
            new Frame.Called(MENU, Map.of("day", LocalDate.of(2026, 3, 5), "count", 3L)),
            new Frame.PutAside(
                MENU,
                Map.of("at", LocalTime.of(9, 30)),
                new Waiting.ForAnswer(3, 3, Optional.empty(), 0, false, 0)));
    var conversation = waitingFor(new Waiting.Over(NOON, Waiting.Ending.COMPLETED), frames, 404);

    assertThat(SessionJson.read(SessionJson.write(conversation))).isEqualTo(conversation);
  }

  @Test
  void appointmentsAndLabelsComeBack() {
    var appointment = new Appointment(7, NOON, MENU, Map.of("day", LocalDate.of(2026, 3, 5)), true);
    var appointments = new TreeMap<>(Map.of("reminder", appointment));
    var tags = new TreeSet<>(List.of("vip", "gold"));

    assertThat(AppointmentJson.read(AppointmentJson.write(appointments))).isEqualTo(appointments);
    assertThat(SessionJson.readTags(SessionJson.writeTags(tags))).isEqualTo(tags);
  }

  private static Conversation waitingFor(Waiting waiting) {
    return waitingFor(waiting, List.of(), 0);
  }

  private static Conversation waitingFor(Waiting waiting, List<Frame> frames, int status) {
    return new Conversation(
        2,
        MENU,
        Map.of(
            "order",
            "A-1",
            "count",
            3L,
            "price",
            2.5,
            "day",
            LocalDate.of(2026, 3, 5),
            "at",
            LocalTime.of(9, 30),
            "since",
            NOON,
            "items",
            List.of("a", 1L, Map.of("day", LocalDate.of(2026, 3, 6)))),
        new Input("My orders", "orders", "My orders", "tap", LocalDate.of(2026, 3, 7), null),
        waiting,
        4,
        List.of(MENU),
        frames,
        status == 0 ? Optional.empty() : Optional.of(status),
        new Counters(5, 1, Map.of("support#main_menu", List.of(NOON))),
        NOON);
  }

  private static String resource(String name) throws IOException {
    try (var stream = SessionJsonTest.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
