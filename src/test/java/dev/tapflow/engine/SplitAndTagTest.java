package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapflow.message.ContactKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitAndTagTest {

  @Test
  void sharesAreKeptAndOneContactGoesTheSameWayEachTime() {
    var fixture = FlowFixture.flow("f").onAnyMessage();
    var release =
        fixture
            .split("s", fixture.share(3, "a"), fixture.share(1, "b"))
            .say("a", "A", "end")
            .say("b", "B", "end")
            .build();
    var ways =
        IntStream.range(0, 4000)
            .mapToObj(n -> new Chat(release, ContactKey.parse("main/+3460000%04d".formatted(n))))
            .map(chat -> List.of(chat.writes("x").heard(), chat.writes("x").heard()))
            .toList();

    assertThat(ways).allMatch(way -> way.getFirst().equals(way.getLast()));
    assertThat(ways.stream().filter(way -> way.getFirst().equals(List.of("A"))).count())
        .isCloseTo(3000L, within(120L));
  }

  @Test
  void labelsArePutOnAndTakenOff() {
    var chat =
        new Chat(
                FlowFixture.flow("f")
                    .onAnyMessage()
                    .tag("one", "vip", "", "two")
                    .tag("two", "${contact.first_name}", "vip", "three")
                    .tag("three", "Ana", "none", "say")
                    .say("say", "${contact.tags}", "end")
                    .build())
            .writes("x");

    assertThat(chat.session().customer().tags()).containsExactly("Ana");
    assertThat(chat.heard()).containsExactly("[Ana]");
    assertThat(chat.last().effects())
        .filteredOn(Effect.Tag.class::isInstance)
        .containsExactly(
            new Effect.Tag(List.of("vip"), List.of()),
            new Effect.Tag(List.of("Ana"), List.of("vip")));
  }

  @Test
  void theLanguageIsTheContactsOwn() {
    var chat =
        new Chat(
                FlowFixture.flow("f")
                    .onAnyMessage()
                    .set("a", "contact.language", "fr", "b")
                    .say("b", "${contact.language}", "end")
                    .build())
            .writes("x");

    assertThat(chat.heard()).containsExactly("fr");
    assertThat(chat.session().customer().language()).isEqualTo("fr");
  }
}
