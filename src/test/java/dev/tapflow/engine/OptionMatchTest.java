package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionMatchTest {

  private static final FlowFixture FIXTURE = FlowFixture.flow("f");

  private static OptionMatch menu(String... titles) {
    return match(
        Arrays.stream(titles)
            .map(title -> FIXTURE.option("o" + title.length(), title, "end"))
            .toArray(Option[]::new));
  }

  private static OptionMatch match(Option... options) {
    var rows =
        java.util.stream.IntStream.range(0, options.length)
            .mapToObj(
                at -> {
                  var title = options[at].title().literalText();
                  var offered = Offered.written(options[at], 0);
                  return new MenuCard.Row(offered, title, title, Optional.empty(), at + 1);
                })
            .toList();
    return new OptionMatch(new MenuCard(true, rows, Optional.empty()));
  }

  private static Optional<String> typed(OptionMatch match, String typed) {
    return match.typed(typed).map(named -> ((Named.Choice) named).row().title());
  }

  @ParameterizedTest
  @CsvSource({
    "my orders, My orders",
    "'  MY   ORDERS ', My orders",
    "My orders 📦, My orders",
    "reclamation, Réclamation",
    "RÉCLAMATION, Réclamation",
    "2, Réclamation",
    "٣, 👍 Talk to us",
    "talk, 👍 Talk to us",
    "talk to, 👍 Talk to us",
    "my ordres, My orders",
    "my order, My orders",
    "my oders, My orders",
    "my orderss, My orders",
  })
  void understands(String typed, String title) {
    assertThat(typed(menu("My orders", "Réclamation", "👍 Talk to us"), typed)).contains(title);
  }

  @ParameterizedTest
  @CsvSource({"tal", "4", "0", "orders", "my odres!", "'?'", "''", "my", "99999999999999999999"})
  void doesNotGuess(String typed) {
    assertThat(typed(menu("My orders", "My bills", "Talk to us"), typed)).isEmpty();
  }

  @Test
  void twoHitsOnOneLevelAreNone() {
    assertThat(typed(menu("Talk to Ana", "Talk to Ben"), "talk to")).isEmpty();
    assertThat(typed(menu("bills", "balls"), "bolls")).isEmpty();
  }

  @Test
  void anEarlierLevelWins() {
    assertThat(typed(menu("Orders", "Orders of others"), "orders")).contains("Orders");
  }

  @Test
  void aTitleThatIsANumberTakesTheNumbersAway() {
    var menu = menu("10", "2", "more");

    assertThat(typed(menu, "2")).contains("2");
    assertThat(typed(menu, "1")).isEmpty();
    assertThat(typed(menu, "3")).isEmpty();
  }

  @Test
  void anotherTimeIsNoTypo() {
    var menu = menu("17:45", "at 18:30");

    assertThat(typed(menu, "17:44")).isEmpty();
    assertThat(typed(menu, "17.45")).contains("17:45");
  }

  @Test
  void aWordEndsAtAnySignButFiguresGoOn() {
    assertThat(typed(menu("Yes, please", "No, thanks!"), "yes")).contains("Yes, please");
    assertThat(typed(menu("Yes, please", "No, thanks!"), "no")).contains("No, thanks!");
    assertThat(typed(menu("17:45", "at 18:30"), "17")).isEmpty();
    assertThat(typed(menu("A-level", "B-level"), "a")).contains("A-level");
    assertThat(typed(menu("Yesterday", "Today"), "yes")).isEmpty();
  }

  @Test
  void synonymsCountLikeTitles() {
    var menu = match(FIXTURE.option("a", "Orders", "end", "parcel", "My package"));

    assertThat(List.of("Parcel", "my package", "my", "parcle", "package"))
        .extracting(typed -> typed(menu, typed).isPresent())
        .containsExactly(true, true, true, true, false);
  }

  @Test
  void emojiAloneAreComparedAsTheyAre() {
    var menu = match(FIXTURE.option("a", "👍", "end"), FIXTURE.option("b", "👎", "end"));

    assertThat(typed(menu, "👎")).contains("👎");
    assertThat(typed(menu, "🙈")).isEmpty();
  }
}
