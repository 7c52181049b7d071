package dev.tapflow.flow.lint;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Step.Http.Saving;
import dev.tapflow.flow.Variable;
import dev.tapflow.flow.yaml.ReadFolder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A plain value given to a contact field can be read as that field's type. */
final class LiteralsFitTheirTarget implements Rule {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder).flatMap(it -> written(it).flatMap(set -> check(folder, set)));
  }

  private record Written(Assignment assignment, String flow, String[] path) {}

  private static Stream<Written> written(Steps.Located step) {
    return switch (step.step()) {
      case Step.Set(var assignments, var _) -> written(step, assignments, "set");
      case Question.ByOption question ->
          Stream.concat(
              OptionPaths.of(question)
                  .flatMap(it -> written(step, it.option().set(), it.path("set"))),
              fromData(step, question));
      case Step.Http http -> picked(step, http);
      case Step.Say _,
          Question.Ask _,
          Step.Branch _,
          Step.Goto _,
          Step.SendTemplate _,
          Step.Link _,
          Step.Split _,
          Step.Call _,
          Step.Wait _,
          Step.Later _,
          Step.CancelLater _,
          Step.Tag _,
          Question.Form _,
          Question.Shop _,
          Step.Handover _ ->
          Stream.empty();
    };
  }

  private static Stream<Written> fromData(Steps.Located step, Question.ByOption question) {
    return question instanceof Question.Menu menu && menu.offer() instanceof Offer.FromData data
        ? written(step, data.set(), "options", "set")
        : Stream.empty();
  }

  private static Stream<Written> picked(Steps.Located step, Step.Http http) {
    return http.save().stream()
        .flatMap(
            it ->
                switch (it) {
                  case Saving.Picked(var assignments) -> written(step, assignments, "save");
                  case Saving.Whole _ -> Stream.<Written>empty();
                });
  }

  private static Stream<Written> written(
      Steps.Located step, List<Assignment> assignments, String... in) {
    return assignments.stream()
        .map(
            it -> {
              var path = Stream.concat(Stream.of(in), Stream.of(it.variable().text()));
              return new Written(it, step.flow(), step.path(path.toArray(String[]::new)));
            });
  }

  private static Stream<Finding> check(ReadFolder folder, Written written) {
    var variable = written.assignment().variable();
    var literal = written.assignment().value().asLiteral();
    var field = folder.bot().contactFields().get(variable.name());
    if (variable.scope() != Variable.Scope.CONTACT || field == null || literal.isEmpty()) {
      return Stream.empty();
    }
    var type = field.type();
    return literal.get().isBlank() || fits(type, literal.get().strip())
        ? Stream.empty()
        : Stream.of(
            Findings.error(
                folder,
                "type-error",
                folder.sources().value(written.flow(), written.path()),
                "%s is declared as %s, which \"%s\" is not"
                    .formatted(
                        variable.text(), type.name().toLowerCase(Locale.ROOT), literal.get())));
  }

  private static boolean fits(FieldType type, String literal) {
    return switch (type) {
      case TEXT, ANY -> true;
      case NUMBER -> NUMBER.matcher(literal).matches();
      case INTEGER -> WHOLE.matcher(literal).matches();
      case BOOLEAN -> literal.equals("true") || literal.equals("false");
      case DATE -> parses(LocalDate::parse, literal);
      case TIME -> parses(LocalTime::parse, literal);
      case DATETIME -> parses(OffsetDateTime::parse, literal);
      // only an expression can make these
      case LIST, MAP -> false;
    };
  }

  private static boolean parses(Function<String, ?> parser, String literal) {
    try {
      return parser.apply(literal) != null;
    } catch (DateTimeParseException none) {
      return false;
    }
  }
}
