package dev.tapflow.flow.expression;

import dev.tapflow.flow.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a customer reads a value. */
final class Words {

  /** More decimals are an artefact of binary fractions: 0.1 + 0.2 is 0.3. */
  private static final int DECIMALS = 10;

  private Words() {}

  static String of(@Nullable Object value, Scope scope) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Double number -> number(number, scope.locale());
      case Instant moment -> TimeInWords.of(moment, scope);
      case LocalDate day -> TimeInWords.of(day, scope);
      case LocalTime time -> TimeInWords.of(time);
      case List<?> list ->
          list.stream().map(element -> of(element, scope)).collect(Collectors.joining(", "));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + of(entry.getValue(), scope))
              .collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  /** As a program reads it, the same in every language. */
  static String plain(Object value) {
    return value instanceof Double number ? number(number, Locale.ROOT) : value.toString();
  }

  private static String number(double number, Locale locale) {
    if (!Double.isFinite(number)) {
      return "";
    }
    var plain =
        BigDecimal.valueOf(number)
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return plain.replace('.', decimalPoint(locale));
  }

  /**
   * Digits are always 0 to 9, so the point is that of the language only where it writes them too.
   */
  private static char decimalPoint(Locale locale) {
    var symbols = DecimalFormatSymbols.getInstance(locale);
    return symbols.getZeroDigit() == '0' ? symbols.getDecimalSeparator() : '.';
  }
}
