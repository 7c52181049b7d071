package dev.tapflow.flow.lint;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * No option is called like a command: who types its title gets the command. A tap is never taken
 * for one.
 */
final class CommandsAreNoTitles implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var commands = commands(folder.bot());
    return commands.isEmpty()
        ? Stream.empty()
        : Steps.of(folder)
            .filter(it -> !isOff(folder, it.flow()))
            .flatMap(
                it ->
                    it.step() instanceof Question.ByOption question && !question.commandsOff()
                        ? check(folder, it, question, commands)
                        : Stream.empty());
  }

  private static boolean isOff(ReadFolder folder, String flow) {
    var written = folder.flows().get(flow);
    return written != null && written.commandsOff();
  }

  private static Map<String, String> commands(Bot bot) {
    var commands = new HashMap<String, String>();
    bot.commands()
        .forEach(
            (name, command) ->
                command.words().forEach(it -> commands.putIfAbsent(Folded.of(it), name)));
    return commands;
  }

  private static Stream<Finding> check(
      ReadFolder folder,
      Steps.Located step,
      Question.ByOption question,
      Map<String, String> commands) {
    return OptionPaths.of(question)
        .flatMap(
            it ->
                Stream.concat(
                    titles(folder, step, it, commands), synonyms(folder, step, it, commands)));
  }

  private static Stream<Finding> titles(
      ReadFolder folder,
      Steps.Located step,
      OptionPaths.Located option,
      Map<String, String> commands) {
    return option.option().title().variants().entrySet().stream()
        .flatMap(
            said ->
                said.getValue().asLiteral().stream()
                    .filter(it -> commands.containsKey(Folded.of(it)))
                    .map(
                        it ->
                            Findings.warning(
                                folder,
                                "command-word",
                                folder
                                    .sources()
                                    .said(
                                        step.flow(),
                                        said.getKey(),
                                        step.path(option.path("title"))),
                                message(it, commands))));
  }

  private static Stream<Finding> synonyms(
      ReadFolder folder,
      Steps.Located step,
      OptionPaths.Located option,
      Map<String, String> commands) {
    List<String> words = option.option().also();
    return IntStream.range(0, words.size())
        .filter(i -> commands.containsKey(Folded.of(words.get(i))))
        .mapToObj(
            i ->
                Findings.warning(
                    folder,
                    "command-word",
                    folder
                        .sources()
                        .value(step.flow(), step.path(option.path("also", Integer.toString(i)))),
                    message(words.get(i), commands)));
  }

  private static String message(String word, Map<String, String> commands) {
    return "Who types \"%s\" gets the command \"%s\", not this option"
        .formatted(word, commands.get(Folded.of(word)));
  }
}
