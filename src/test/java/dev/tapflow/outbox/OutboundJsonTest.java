package dev.tapflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outbound.Choice;
import dev.tapflow.message.Outbound.Header;
import dev.tapflow.message.Outbound.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboundJsonTest {

  private static final Choice YES = new Choice("y", "Yes", Optional.of("Of course"));

  static Stream<Outbound> messages() {
    return Stream.of(
        new Outbound.Text("Hi"),
        buttons(new Header.Words("Head")),
        buttons(new Header.Picture("https://example.org/a.png")),
        buttons(new Header.Film("https://example.org/a.mp4")),
        buttons(new Header.Paper("https://example.org/a.pdf")),
        new Outbound.Options(
            Optional.empty(),
            "Body",
            Optional.of("Foot"),
            "Open",
            List.of(new Section(Optional.empty(), List.of(YES)))),
        new Outbound.Template(
            "order",
            "en",
            "5512",
            new Outbound.TemplateValues(List.of("h"), List.of("b"), List.of())));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void comesBackAsItWentIn(Outbound message) {
    assertThat(OutboundJson.read(OutboundJson.write(message))).isEqualTo(message);
  }

  @Test
  void readsWhatWasWrittenByTheFirstReleaseAndWhatANewerOneAdds() {
    assertThat(OutboundJson.write(new Outbound.Text("Hi")))
        .isEqualTo("{\"kind\":\"text\",\"body\":\"Hi\"}");
    assertThat(OutboundJson.read("{\"kind\":\"text\",\"body\":\"Hi\",\"mood\":\"glad\"}"))
        .isEqualTo(new Outbound.Text("Hi"));
  }

  private static Outbound buttons(Header header) {
    return new Outbound.Buttons(Optional.of(header), "Body", Optional.empty(), List.of(YES));
  }
}
