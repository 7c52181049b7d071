package dev.tapflow.channel.octopods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outbound.Choice;
import dev.tapflow.message.Outbound.Header;
import dev.tapflow.message.Outbound.Section;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

  @Test
  void letsTheLargestMessagesThrough() {
    assertThat(Limits.violation(buttons("b".repeat(1024), rows(3, 20)))).isEmpty();
    assertThat(Limits.violation(list(List.of(section("s".repeat(24), rows(10, 24)))))).isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(new Outbound.Text("Hi"), "Octopods sends no plain text"),
        Arguments.of(buttons("b".repeat(1025), rows(1, 5)), "body has 1025 code points"),
        Arguments.of(buttons(" ", rows(1, 5)), "body is empty"),
        Arguments.of(buttons("b", rows(4, 5)), "4 buttons, but WhatsApp takes 1 to 3"),
        Arguments.of(buttons("b", rows(0, 5)), "0 buttons"),
        Arguments.of(buttons("b", rows(1, 21)), "button title has 21 code points"),
        Arguments.of(
            buttons("b", Collections.nCopies(2, choice("a", "A"))), "button titles are not unique"),
        Arguments.of(buttons("b", List.of(choice(" a", "A"))), "begins or ends with a space"),
        Arguments.of(list(List.of(section("s", rows(11, 5)))), "11 rows"),
        Arguments.of(list(List.of(section("s", rows(1, 25)))), "row title has 25 code points"),
        Arguments.of(
            list(
                List.of(
                    section("s", rows(1, 5)),
                    new Section(Optional.empty(), List.of(choice("z", "Z"))))),
            "each of several sections needs a title"),
        Arguments.of(
            new Outbound.Options(
                Optional.of(new Header.Picture("https://example.org/a.png")),
                "b",
                Optional.empty(),
                "Open",
                List.of(section("s", rows(1, 5)))),
            "a list takes only words"),
        Arguments.of(
            new Outbound.Buttons(
                Optional.of(new Header.Picture("file:/a.png")), "b", Optional.empty(), rows(1, 5)),
            "no http or https address"),
        Arguments.of(
            new Outbound.Template("hi", "en", "welcome", Outbound.TemplateValues.none()),
            "template ids are numbers"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatWhatsAppWouldRefuse(Outbound message, String why) {
    assertThat(Limits.violation(message))
        .hasValueSatisfying(text -> assertThat(text).contains(why));
  }

  private static Outbound buttons(String body, List<Choice> choices) {
    return new Outbound.Buttons(Optional.empty(), body, Optional.empty(), choices);
  }

  private static Outbound list(List<Section> sections) {
    return new Outbound.Options(Optional.empty(), "body", Optional.empty(), "Open", sections);
  }

  private static Section section(String title, List<Choice> rows) {
    return new Section(Optional.of(title), rows);
  }

  private static List<Choice> rows(int count, int titleLength) {
    return IntStream.range(0, count)
        .mapToObj(i -> choice("id" + i, Character.toString('a' + i).repeat(titleLength)))
        .toList();
  }

  private static Choice choice(String id, String title) {
    return new Choice(id, title, Optional.empty());
  }
}
