package dev.tapflow.flow.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How things are when a case begins.
 *
 * @param contact fields of the contact, {@code language} and {@code tags} among them
 * @param vars variables of the first conversation
 * @param values constants of {@code bot.yaml} that are another here
 * @param flows what stands in for flows that are called
 * @param now empty: {@link When#BEGINNING}
 * @param number the customer's, E.164; empty: one that is nobody's
 */
public record Given(
    SequencedMap<String, Datum> contact,
    SequencedMap<String, Datum> vars,
    SequencedMap<String, Datum> values,
    SequencedMap<String, StandIn> flows,
    Optional<When> now,
    Optional<String> number) {

  public Given {
    contact = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(contact));
    vars = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(vars));
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    flows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(flows));
  }

  /** Where a file or case says nothing of it. */
  public static Given nothing() {
    var none = new LinkedHashMap<String, Datum>();
    return new Given(none, none, none, new LinkedHashMap<>(), Optional.empty(), Optional.empty());
  }

  /** With what a case gives beyond its file; for the same name the case's counts. */
  public Given and(Given more) {
    return new Given(
        merged(contact, more.contact),
        merged(vars, more.vars),
        merged(values, more.values),
        merged(flows, more.flows),
        more.now.or(() -> now),
        more.number.or(() -> number));
  }

  private static <T> SequencedMap<String, T> merged(Map<String, T> one, Map<String, T> more) {
    var all = new LinkedHashMap<>(one);
    all.putAll(more);
    return all;
  }
}
