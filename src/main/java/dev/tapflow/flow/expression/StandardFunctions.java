package dev.tapflow.flow.expression;

import static dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Arithmetic.ADD_BYTES;
import static dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Arithmetic.ADD_LIST;
import static dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Arithmetic.ADD_STRING;
import static dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Conversions.DOUBLE_TO_STRING;

import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.runtime.CelStandardFunctions;
import java.util.EnumSet;
import java.util.Set;

/**
 * What CEL does itself, without that which {@link Growth} and {@link TextFunctions} do in its
 * place.
 */
final class StandardFunctions {

  private static final Set<CelStandardFunctions.StandardOverload> REPLACED =
      Set.of(ADD_STRING, ADD_LIST, ADD_BYTES, DOUBLE_TO_STRING);

  private StandardFunctions() {}

  static CelStandardFunctions ofCel() {
    return CelStandardFunctions.newBuilder()
        .filterFunctions((function, overload) -> !REPLACED.contains(overload))
        .build();
  }

  static CelStringExtensions ofTexts() {
    return CelExtensions.strings(
        EnumSet.complementOf(
            EnumSet.of(CelStringExtensions.Function.JOIN, CelStringExtensions.Function.REPLACE)));
  }
}
