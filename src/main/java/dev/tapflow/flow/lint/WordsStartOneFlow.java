package dev.tapflow.flow.lint;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Trigger;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A word starts one flow of a channel, and is no command: those are taken before. */
final class WordsStartOneFlow implements Rule {

  /** A word of a flow's triggers and where it stands. */
  private record Word(String word, Flow flow, int trigger, int number) {}

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var commands = commands(folder.bot());
    var seen = new HashMap<String, Word>();
    return folder.flows().values().stream()
        .flatMap(WordsStartOneFlow::words)
        .flatMap(
            it ->
                clash(folder.bot(), it, commands, seen)
                    .map(why -> finding(folder, it, why))
                    .stream());
  }

  private static Map<String, String> commands(Bot bot) {
    var commands = new HashMap<String, String>();
    bot.commands()
        .forEach(
            (name, command) ->
                command.words().forEach(it -> commands.putIfAbsent(Folded.of(it), name)));
    return commands;
  }

  private static Stream<Word> words(Flow flow) {
    return IntStream.range(0, flow.triggers().size())
        .boxed()
        .flatMap(
            i ->
                flow.triggers().get(i) instanceof Trigger.Words(List<String> words)
                    ? IntStream.range(0, words.size())
                        .mapToObj(j -> new Word(words.get(j), flow, i, j))
                    : Stream.empty());
  }

  private static Optional<String> clash(
      Bot bot, Word word, Map<String, String> commands, Map<String, Word> seen) {
    var command = commands.get(Folded.of(word.word()));
    if (command != null) {
      return Optional.of(
          "\"%s\" is a word of the command \"%s\", which is taken first"
              .formatted(word.word(), command));
    }
    return Optional.ofNullable(seen.putIfAbsent(Folded.of(word.word()), word))
        .filter(it -> !it.flow().name().equals(word.flow().name()))
        .filter(it -> meet(bot, it.flow().name(), word.flow().name()))
        .map(
            it -> "\"%s\" starts the flow \"%s\" already".formatted(word.word(), it.flow().name()));
  }

  private static boolean meet(Bot bot, String one, String other) {
    return bot.channels().values().stream()
        .anyMatch(
            it -> it.flows().isEmpty() || (it.flows().contains(one) && it.flows().contains(other)));
  }

  private static Finding finding(ReadFolder folder, Word word, String why) {
    var place =
        folder
            .sources()
            .value(
                word.flow().name(),
                "triggers",
                Integer.toString(word.trigger()),
                "words",
                Integer.toString(word.number()));
    return Findings.warning(folder, "clashing-words", place, why);
  }
}
