package dev.tapflow.flow.expression;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.tapflow.flow.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;

/** Days beside CEL's timestamps: {@code today()}, {@code date}, {@code plus}, {@code year}, … */
final class DayFunctions {

  private static final CelType MOMENT = SimpleType.TIMESTAMP;
  private static final Map<CelType, Class<?>> CLASSES =
      Map.of(
          Types.DATE,
          LocalDate.class,
          Types.TIME,
          LocalTime.class,
          MOMENT,
          Instant.class,
          SimpleType.STRING,
          String.class,
          SimpleType.INT,
          Long.class,
          Types.SCOPE,
          Scope.class);

  private DayFunctions() {}

  static void addTo(Functions functions) {
    add(
        functions,
        "today",
        Types.DATE,
        List.of(Types.SCOPE),
        arguments -> today((Scope) arguments[0]));
    add(
        functions,
        "date",
        Types.DATE,
        List.of(SimpleType.INT, SimpleType.INT, SimpleType.INT),
        arguments -> date((Long) arguments[0], (Long) arguments[1], (Long) arguments[2]));
    add(
        functions,
        "date",
        Types.DATE,
        List.of(MOMENT, Types.SCOPE),
        arguments -> Days.dayOf(arguments[0], zone(arguments[1])));
    add(
        functions,
        "plus",
        Types.DATE,
        List.of(Types.DATE, SimpleType.STRING, Types.SCOPE),
        arguments -> Days.plus((LocalDate) arguments[0], (String) arguments[1]));
    add(
        functions,
        "plus",
        MOMENT,
        List.of(MOMENT, SimpleType.STRING, Types.SCOPE),
        arguments -> Days.plus((Instant) arguments[0], (String) arguments[1], zone(arguments[2])));
    for (var time : List.of(Types.DATE, MOMENT)) {
      addParts(functions, time);
      for (var other : List.of(Types.DATE, MOMENT)) {
        add(
            functions,
            "days_between",
            SimpleType.INT,
            List.of(time, other, Types.SCOPE),
            arguments -> daysBetween(arguments[0], arguments[1], (Scope) arguments[2]));
      }
    }
    for (var time : List.of(Types.DATE, Types.TIME, MOMENT)) {
      add(
          functions,
          "format_date",
          SimpleType.STRING,
          List.of(time, SimpleType.STRING, Types.SCOPE),
          arguments -> format(arguments[0], (String) arguments[1], (Scope) arguments[2]));
    }
    addComparisons(functions);
    functions.add(
        "is_open",
        "is_open_text",
        SimpleType.BOOL,
        List.of(SimpleType.STRING, Types.SCOPE),
        List.of(String.class, Scope.class),
        arguments -> isOpen((String) arguments[0], (Scope) arguments[1]));
  }

  private static void addParts(Functions functions, CelType time) {
    Map<String, ToLongFunction<LocalDate>> parts =
        Map.of(
            "year", LocalDate::getYear,
            "month", LocalDate::getMonthValue,
            "day", LocalDate::getDayOfMonth);
    parts.forEach(
        (name, part) ->
            add(
                functions,
                name,
                SimpleType.INT,
                List.of(time, Types.SCOPE),
                arguments -> part.applyAsLong(Days.dayOf(arguments[0], zone(arguments[1])))));
  }

  private static void addComparisons(Functions functions) {
    Map<String, IntPredicate> operators =
        Map.of(
            "<",
            sign -> sign < 0,
            "<=",
            sign -> sign <= 0,
            ">",
            sign -> sign > 0,
            ">=",
            sign -> sign >= 0);
    operators.forEach(
        (operator, holds) -> {
          add(
              functions,
              "_" + operator + "_",
              SimpleType.BOOL,
              List.of(Types.DATE, Types.DATE),
              arguments ->
                  holds.test(((LocalDate) arguments[0]).compareTo((LocalDate) arguments[1])));
          add(
              functions,
              "_" + operator + "_",
              SimpleType.BOOL,
              List.of(Types.TIME, Types.TIME),
              arguments ->
                  holds.test(((LocalTime) arguments[0]).compareTo((LocalTime) arguments[1])));
        });
  }

  private static void add(
      Functions functions, String name, CelType gives, List<CelType> takes, Functions.Body does) {
    var id = new StringBuilder(name);
    takes.forEach(type -> id.append('_').append(type.name()));
    List<Class<?>> classes = takes.stream().<Class<?>>map(CLASSES::get).toList();
    functions.add(name, id.toString(), gives, takes, classes, does);
  }

  private static java.time.ZoneId zone(Object scope) {
    return ((Scope) scope).zone();
  }

  private static LocalDate today(Scope scope) {
    return scope.now().atZone(scope.zone()).toLocalDate();
  }

  /** Null where there is no such day: people ask for the 31st of June. */
  private static Object date(long year, long month, long day) {
    try {
      return LocalDate.of(Math.toIntExact(year), Math.toIntExact(month), Math.toIntExact(day));
    } catch (DateTimeException | ArithmeticException e) {
      return NullValue.NULL_VALUE;
    }
  }

  private static long daysBetween(Object from, Object to, Scope scope) {
    return DAYS.between(Days.dayOf(from, scope.zone()), Days.dayOf(to, scope.zone()));
  }

  private static String format(Object time, String pattern, Scope scope) {
    return Days.format(Days.inCalendar(time, scope.zone()), pattern, scope.locale());
  }

  private static boolean isOpen(String hours, Scope scope) {
    return Boolean.TRUE.equals(scope.value("hours." + hours + ".open"));
  }
}
