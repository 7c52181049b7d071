package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Evaluator.Outcome;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No customer ever reads "null", however an author puts a text together. */
final class NullTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact.first_name",
        "null",
        "string(contact.extra.gone)",
        "string(contact.first_name)",
        "'Hi ' + contact.first_name",
        "'Hi ' + string(contact.extra.gone)",
        "[contact.first_name, 'x'].join(', ')",
        "contact.extra.list.join('-')",
        "contact.extra.list.map(x, x)",
        "contact.extra",
        "{'a': contact.first_name}",
        "[null]",
        "default(contact.first_name, contact.extra.gone)",
        "contact.vip ? 'a' : 'b'",
        "lower(contact.first_name)",
        "words(contact.extra.gone)",
        "format_date(contact.born, 'd MMM')",
        "max([])",
        "contact.extra.list.flatten()",
        "[contact.extra.gone, contact.first_name].distinct()",
        "raw(contact.first_name)",
        "date(2026, 2, 30)"
      })
  void isNeverRead(String source) {
    var compiled = Bots.compile(source, Role.INSERTION);
    var extra = new HashMap<String, Object>();
    extra.put("list", Arrays.asList(null, "b"));
    extra.put("none", null);
    var scope = Bots.scope(Map.of("contact.extra", extra));
    var read =
        switch (compiled.evaluator().evaluate(new Expression(source), scope)) {
          case Outcome.Value(var value) -> compiled.evaluator().render(value, scope);
          case Outcome.Failed _, Outcome.Bounded _ -> "";
        };
    assertThat(read).doesNotContainIgnoringCase("null");
  }
}
