package dev.tapflow.drill.malformed;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values in JSON's own spelling, or nearly: what a reader might not expect where it stands. */
final class Oddities {

  private static final List<String> SHORT =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1",
          "7",
          "1.5",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[{}]",
          "[null]",
          "[[]]",
          "{\"id\":\"x\"}",
          "{\"\":{}}",
          "[7]",
          "\"x\"",
          "2147483648",
          "-9223372036854775809",
          "1e308",
          "1e309",
          "-1e999999999",
          "1e-999999999",
          "0.1e400",
          "NaN",
          "Infinity",
          "01",
          "1.",
          ".5",
          "+1",
          "0x10",
          "'x'",
          "undefined",
          "\"\\x\"",
          "\"\t\"",
          "\"\\u0000\"",
          "\"\\u0000\\ud800x\"",
          "\"\\udc00\"",
          "\"\\ud83d\\ude00\"",
          "\"\\uffff\"",
          "\"\u202e\u0000\"",
          "\"${jndi:ldap://x}\"",
          "\"%s%n%1$s\"",
          "\"'; DROP TABLE contact; --\"",
          "\"{}\"",
          "\"null\"",
          "\"../../etc\"",
          "\"a/b\"",
          "\"\\r\\nX: y\"",
          "\"+\"",
          "\"+0\"",
          "\"+34600000001\"",
          "\"34600000001\"",
          "34600000001",
          "3.4600000001e10",
          "\"+5215512345678\"",
          "\"+549111234567\"",
          "\"+551161234567\"",
          "\"unknown\"",
          "\"text\"",
          "\"interactive\"",
          "\"nfm_reply\"",
          "\"statuses\"",
          "\"failed\"",
          "\"read\"",
          "\"account_update\"");

  private static final List<String> TIMES =
      List.of(
          "0",
          "-1",
          "\"0\"",
          "1767607200",
          "\"1767607200\"",
          "\" 1767607200\"",
          "\"1767607200.5\"",
          "1767607200.123456789123",
          "\"1767607200000\"",
          "1767607200000",
          "253402300799",
          "\"253402300800\"",
          "999999999999",
          "\"999999999999.999999999\"",
          "1e9",
          "1.7676072e9",
          "\"1e9\"",
          "9e99",
          "\"2026-01-05T10:00:00Z\"",
          "\"2026-01-05T10:00:00\"",
          "\"2026-01-05T10:00:00.999999999999Z\"",
          "\"2026-01-05T24:00:00Z\"",
          "\"2026-02-30T10:00:00Z\"",
          "\"2026-01-05T10:00:00+18:00\"",
          "\"2026-01-05T10:00:00+19:00\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"-999999999-01-01T00:00:00+18:00\"",
          "\"0000-01-01T00:00:00Z\"",
          "\"9999-12-31T23:59:59-18:00\"",
          "\"\u0661\u0667\u0666\u0667\u0666\u0660\u0667\u0662\"",
          "\"yesterday\"",
          "{\"seconds\":1767607200}",
          "[1767607200]");

  private static final List<String> FORMS =
      List.of(
          "{\\\"a\\\":1e999,\\\"b\\\":-1e999}",
          "{\\\"a\\\":" + "9".repeat(900) + "}",
          "{\\\"a\\\":" + "[".repeat(900) + "]".repeat(900) + "}",
          "[".repeat(5000),
          "{\\\"flow_token\\\":{\\\"x\\\":[]},\\\"\\\\u0000\\\":\\\"\\\\ud800\\\"}",
          "{\\\"flow_token\\\":\\\"f1.0123abcd.orders.return_form.999999999999999999\\\"}",
          "7",
          "null",
          "\\\"x\\\"",
          "{",
          "");

  private static final List<Function<Random, String>> KINDS =
      Stream.<Function<Random, String>>concat(
              Stream.of(
                      "null",
                      "true",
                      "7",
                      "-1",
                      "1.5",
                      "1e999",
                      "-9223372036854775809",
                      "\"\"",
                      "\" \"",
                      "\"x\"",
                      "[]",
                      "{}",
                      "[{}]",
                      "[7]",
                      "{\"id\":\"x\"}",
                      "\"\\u0000\\ud800x\"",
                      "\"+34600000001\"",
                      "\"34600000001\"",
                      "1767607200000",
                      "\"2026-02-30T10:00:00Z\"",
                      "\"+999999999-12-31T23:59:59Z\"",
                      "1" + "0".repeat(70),
                      "[".repeat(65) + "]".repeat(65))
                  .map(it -> random -> it),
              Stream.of(
                  random -> text(250, random),
                  random -> text(4_000, random),
                  random -> many(random),
                  random -> time(random),
                  random -> "\"" + pick(FORMS, random) + "\""))
          .toList();

  private Oddities() {}

  /** One of each kind. */
  static List<Function<Random, String>> kinds() {
    return KINDS;
  }

  static String any(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> pick(TIMES, random);
      case 1 -> "\"" + pick(FORMS, random) + "\"";
      case 2 -> number(random);
      case 3 -> text(random);
      case 4 -> nested(random);
      case 5 -> many(random);
      default -> pick(SHORT, random);
    };
  }

  static String time(Random random) {
    return pick(TIMES, random);
  }

  private static String number(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> String.valueOf(random.nextLong());
      case 1 -> String.valueOf(random.nextDouble() * Math.pow(10, random.nextInt(600) - 300));
      case 2 -> "1" + "0".repeat(random.nextInt(80));
      default -> "-0." + "0".repeat(random.nextInt(80)) + "1";
    };
  }

  /** Around the limits that ids and columns have, and far above; seldom a hundred kilobytes. */
  private static String text(Random random) {
    var length =
        switch (random.nextInt(40)) {
          case 0 -> 100_000;
          case 1, 2, 3, 4, 5, 6 -> 2_600 + random.nextInt(1_400);
          default -> 100 + random.nextInt(200);
        };
    return text(length, random);
  }

  private static String text(int length, Random random) {
    // nothing to compress: what the database can index counts after it was compressed
    var text = new StringBuilder("\"");
    while (text.length() < length) {
      var letter = (char) (' ' + random.nextInt(95));
      text.append(letter == '"' || letter == '\\' ? '\u20ac' : letter);
    }
    return text.append('"').toString();
  }

  private static String nested(Random random) {
    var depth = List.of(20, 60, 64, 65, 999, 1001, 20_000).get(random.nextInt(7));
    return random.nextBoolean()
        ? "[".repeat(depth) + "]".repeat(depth)
        : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static String many(Random random) {
    var what = pick(List.of("{}", "7", "null", "[]", "\"x\"", "{\"id\":\"%d\"}"), random);
    var count = List.of(2, 100, 1000, 1001).get(random.nextInt(4));
    return IntStream.range(0, count)
        .mapToObj(it -> what.replace("%d", String.valueOf(it)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
