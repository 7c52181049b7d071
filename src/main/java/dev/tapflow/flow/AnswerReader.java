package dev.tapflow.flow;

import dev.tapflow.message.PhoneNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Reads what people type as the value that was asked for. */
public interface AnswerReader {

  /**
   * The value (text, Double, Long, LocalDate, LocalTime); empty where the text is no such value,
   * and for the types that are not typed.
   */
  Optional<Object> read(AnswerType type, String typed, Custom custom);

  /**
   * What decides how a text is to be read.
   *
   * @param locale the customer's language
   * @param today in the bot's calendar: "tomorrow" is the day after
   * @param phone the customer's number, if known: a number without a country code is of its country
   */
  record Custom(Locale locale, LocalDate today, Optional<PhoneNumber> phone) {}
}
