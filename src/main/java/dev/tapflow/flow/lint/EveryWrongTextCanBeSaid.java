package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The last wrong answer says nothing and leaves, so of {@code tries: N} at most N - 1 texts are
 * ever said.
 */
final class EveryWrongTextCanBeSaid implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder)
        .filter(it -> folder.sources().has(it.flow(), it.path("wrong", "say")))
        .flatMap(
            it -> it.step() instanceof Question asked ? unsaid(folder, it, asked) : Stream.empty());
  }

  private static Stream<Finding> unsaid(ReadFolder folder, Steps.Located step, Question question) {
    var wrong = question.exits().wrong();
    return IntStream.range(wrong.tries() - 1, wrong.say().size())
        .mapToObj(
            i ->
                Findings.warning(
                    folder,
                    "never-said",
                    folder
                        .sources()
                        .value(step.flow(), step.path("wrong", "say", Integer.toString(i))),
                    "With \"tries: %d\" this text is never said: the last try leaves in silence"
                        .formatted(wrong.tries())));
  }
}
