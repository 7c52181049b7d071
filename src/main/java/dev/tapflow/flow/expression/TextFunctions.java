package dev.tapflow.flow.expression;

import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Scope;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code lower}, {@code upper}, {@code digits}, {@code words}, {@code has_word}, … */
final class TextFunctions {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private TextFunctions() {}

  static void addTo(Functions functions, AnswerReader answers, Patterns patterns, Bounds bounds) {
    var text = SimpleType.STRING;
    var texts = ListType.create(text);
    List<Class<?>> one = List.of(String.class);
    functions
        .add(
            "lower",
            "lower_text",
            text,
            List.of(text),
            one,
            arguments -> ((String) arguments[0]).toLowerCase(Locale.ROOT))
        .add(
            "upper",
            "upper_text",
            text,
            List.of(text),
            one,
            arguments -> ((String) arguments[0]).toUpperCase(Locale.ROOT))
        .add(
            "digits",
            "digits_text",
            text,
            List.of(text),
            one,
            arguments -> digits((String) arguments[0]))
        .add(
            "words",
            "words_text",
            texts,
            List.of(text),
            one,
            arguments -> words((String) arguments[0]))
        .add(
            "has_word",
            "has_word_text_list",
            SimpleType.BOOL,
            List.of(text, texts),
            List.of(String.class, List.class),
            arguments -> hasWord((String) arguments[0], (List<?>) arguments[1]))
        .bind("double_to_string", List.of(Double.class), arguments -> Words.plain(arguments[0]))
        .add(
            "string",
            "date_to_string",
            text,
            List.of(Types.DATE),
            List.of(LocalDate.class),
            arguments -> arguments[0].toString())
        .add(
            "string",
            "time_to_string",
            text,
            List.of(Types.TIME),
            List.of(LocalTime.class),
            arguments -> arguments[0].toString())
        .add(
            "@matches",
            "matches_text",
            SimpleType.BOOL,
            List.of(text, text),
            List.of(String.class, String.class),
            arguments -> matches(patterns, bounds, (String) arguments[0], (String) arguments[1]))
        .add(
            "is_number",
            "is_number_text",
            SimpleType.BOOL,
            List.of(text, Types.SCOPE),
            List.of(String.class, Scope.class),
            arguments -> isNumber(answers, (String) arguments[0], (Scope) arguments[1]));
  }

  /** CEL's own would compile a pattern of any size. */
  private static boolean matches(Patterns patterns, Bounds bounds, String text, String pattern) {
    return patterns
        .find(pattern, text)
        .orElseThrow(
            () ->
                patterns.isTooLarge(pattern)
                    ? Failures.pattern(bounds)
                    : Failure.because("a text that is no pattern"));
  }

  /** The digits alone, those of other scripts as 0 to 9. */
  private static String digits(String text) {
    var digits = new StringBuilder();
    text.codePoints()
        .filter(Character::isDigit)
        .map(digit -> Character.digit(digit, 10))
        .forEach(digits::append);
    return digits.toString();
  }

  private static List<String> words(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(text)).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean hasWord(String text, List<?> wanted) {
    var said = words(folded(text));
    return wanted.stream().map(word -> folded((String) word)).anyMatch(said::contains);
  }

  /** Without case and accents. */
  private static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isNumber(AnswerReader answers, String text, Scope scope) {
    return answers.read(AnswerType.NUMBER, text, custom(scope)).isPresent();
  }

  private static AnswerReader.Custom custom(Scope scope) {
    var today = scope.now().atZone(scope.zone()).toLocalDate();
    return new AnswerReader.Custom(scope.locale(), today, Optional.empty());
  }
}
