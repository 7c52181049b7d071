package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Evaluator.Outcome;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Variable;
import dev.tapflow.flow.answer.WrittenAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of docs/expressions.md does what the page says. */
final class DocumentationTest {

  private static final Path PAGE = Path.of("docs/expressions.md");

  private static final Map<String, Object> ANA =
      Map.ofEntries(
          Map.entry("contact.first_name", "Ana"),
          Map.entry("contact.language", "en"),
          Map.entry("contact.tags", List.of("vip", "gold")),
          Map.entry("contact.visits", 3.0),
          Map.entry("contact.vip", true),
          Map.entry("contact.born", LocalDate.of(1990, 5, 31)),
          Map.entry("vars.order", "A-1234"),
          Map.entry(
              "vars.reply",
              Map.of(
                  "state",
                  "shipped",
                  "items",
                  List.of(
                      Map.of("name", "Cup", "price", 4.5), Map.of("name", "Plate", "price", 7L)))),
          Map.entry("hours.office.open", true));

  private static final Bot BOT = bot();

  static List<Arguments> givesWhatThePageSays() throws IOException {
    return examples("```expressions");
  }

  @ParameterizedTest
  @MethodSource
  void givesWhatThePageSays(String source, String read) {
    var compiled = compiled(source);
    assertThat(compiled.problems()).isEmpty();

    var outcome = compiled.evaluator().evaluate(new Expression(source), Bots.scope(ANA));

    assertThat(outcome).isInstanceOf(Outcome.Value.class);
    assertThat(compiled.evaluator().render(value(outcome), Bots.scope(ANA))).isEqualTo(read);
  }

  static List<Arguments> refusesWhatThePageSays() throws IOException {
    return examples("```refused");
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatThePageSays(String source, String message) {
    assertThat(compiled(source).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo(message));
  }

  @Test
  void namesEveryFunctionThatWeAdd() throws IOException {
    var page = Files.readString(PAGE);
    var patterns = new Patterns(Bounds.BUILT_IN);
    var language = new Language(Bounds.BUILT_IN, new WrittenAnswers(), patterns);

    assertThat(language.functions().names())
        .filteredOn(name -> Character.isLetter(name.charAt(0)))
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(page).contains(name + "("));
  }

  private static @Nullable Object value(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Value(var value) -> value;
      case Outcome.Failed(var why) -> why;
      case Outcome.Bounded(var bound) -> bound;
    };
  }

  private static List<Arguments> examples(String fence) throws IOException {
    var examples = new ArrayList<Arguments>();
    var inside = false;
    for (var line : Files.readAllLines(PAGE)) {
      if (line.startsWith("```")) {
        inside = line.equals(fence);
      } else if (inside) {
        var parts = line.split(" →", 2);
        examples.add(Arguments.of(parts[0], parts[1].strip()));
      }
    }
    return examples;
  }

  private static Compiled compiled(String source) {
    return new ExpressionCompiler(new WrittenAnswers())
        .compile(
            BOT,
            List.of(flow()),
            List.of(new Occurrence(new Expression(source), Role.INSERTION, "support", "start")));
  }

  /** Sets the two variables of the page: one to a text, the other to anything. */
  private static Flow flow() {
    var order = new Assignment(new Variable(Variable.Scope.VARS, "order"), Text.literal("A-1234"));
    var reply =
        new Assignment(
            new Variable(Variable.Scope.VARS, "reply"),
            new Text(List.of(new Text.Part.Inserted(new Expression("contact.reply")))));
    return Bots.flow(Map.of("start", new Step.Set(List.of(order, reply), new Target.End())));
  }

  private static Bot bot() {
    var fields = new LinkedHashMap<>(Bots.FIELDS);
    fields.put("nickname", FieldType.TEXT);
    fields.put("reply", FieldType.ANY);
    return Bots.bot(fields);
  }
}
