package dev.tapflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.yaml.FolderReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstantsTest {

  private static final Bot BOT =
      FolderReader.read(
              Map.of("bot.yaml", "values: { deposit: 20, rate: 0.5, open: true, code: \"007\" }"))
          .bot();

  @Test
  void readsATextAsTheConstantsType() {
    var replaced =
        Constants.replace(
            BOT, Map.of("deposit", "30", "rate", "2", "open", "false", "code", "0042"));

    assertThat(replaced.refused()).isEmpty();
    assertThat(replaced.bot().values())
        .isEqualTo(Map.of("deposit", 30L, "rate", 2.0, "open", false, "code", "0042"));
  }

  @Test
  void takesTypedValuesAndLeavesTheOthersAlone() {
    var replaced = Constants.replace(BOT, Map.of("rate", 2L, "deposit", 5L));

    assertThat(replaced.refused()).isEmpty();
    assertThat(replaced.bot().values())
        .isEqualTo(Map.of("deposit", 5L, "rate", 2.0, "open", true, "code", "007"));
  }

  @Test
  void refusesWhatIsNoneOrNotOfItsType() {
    var replaced =
        Constants.replace(BOT, Map.of("deposit", "2.5", "open", "maybe", "depsit", "30"));

    assertThat(replaced.refused())
        .containsExactly(
            Map.entry("deposit", "\"deposit\" is a whole number in bot.yaml, but got \"2.5\""),
            Map.entry("depsit", "bot.yaml has no value \"depsit\""),
            Map.entry("open", "\"open\" is true or false in bot.yaml, but got \"maybe\""));
    assertThat(replaced.bot().values()).isEqualTo(BOT.values());
  }
}
