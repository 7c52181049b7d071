package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateVariablesTest {

  private static final TemplateCatalogue CATALOGUE = new TemplateCatalogue();
  private static final int REMINDER = 5520;
  private static final int SHIPPED = 5515;
  private static final int COME_BACK = 5512;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['Ana','Monday','9:00']",
        "{'1':'Ana','2':'Monday','3':'9:00'}",
        "{'body':['Ana','Monday','9:00']}",
        "{'header':[],'body':['Ana','Monday','9:00'],'footer':[],'buttons':[]}"
      })
  void readsAllThreeShapes(String variables) {
    assertThat(code(REMINDER, variables)).isEmpty();
    assertThat(shown(REMINDER, variables)).isEqualTo("Hi Ana, we see you on Monday at 9:00.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | ['Ana','Monday']",
        "4 | ['Ana','Monday','9:00','x']",
        "4 | {}",
        "4 | {'body':['Ana','Monday','9:00'],'buttons':['x']}",
        "9 | 7",
        "9 | [1,2,3]",
        "9 | {'1':'Ana','3':'9:00'}",
        "9 | {'body':'Ana'}",
        "9 | {'text':['Ana']}",
        "1 | null",
        "7 | ['Ana','',' ']",
        "7 | ['Ana','Monday','9\\n00']",
        "7 | ['Ana','Monday','9     00']",
      })
  void refusesWithTheCodeOf(int code, String variables) {
    assertThat(code(REMINDER, variables)).contains(code);
  }

  @Test
  void wantsSectionsWhereNotOnlyTheBodyHasVariables() {
    assertThat(code(SHIPPED, "['Ana','Monday']")).contains(9);
    assertThat(code(SHIPPED, "{'1':'Ana','2':'Monday'}")).contains(9);
    assertThat(code(SHIPPED, "{'header':['7'],'body':['Ana','Monday'],'buttons':['7']}")).isEmpty();
    assertThat(code(SHIPPED, "{'body':['Ana','Monday'],'buttons':['7']}")).contains(4);
    assertThat(code(SHIPPED, "{'header':['7'],'body':['Ana','Monday']}")).contains(4);
  }

  @Test
  void wantsNoneWhereThereIsNothingToFill() {
    assertThat(code(COME_BACK, "null")).isEmpty();
    assertThat(code(COME_BACK, "['x']")).contains(4);
  }

  @Test
  void refusesATextThatGrowsTooLong() {
    assertThat(code(REMINDER, "['%s','a','b']".formatted("n".repeat(1100)))).contains(7);
  }

  @Test
  void keepsADollarInAValue() {
    assertThat(shown(REMINDER, "['A$1','b','c']")).isEqualTo("Hi A$1, we see you on b at c.");
  }

  private static Optional<Integer> code(int id, String variables) {
    var template = CATALOGUE.find(id).orElseThrow();
    return switch (TemplateVariables.read(part(variables), template)) {
      case TemplateVariables.Unreadable(var refusal) -> Optional.ofNullable(refusal.code());
      case TemplateVariables.Read read ->
          TemplateCheck.refusalOf(read, template).flatMap(r -> Optional.ofNullable(r.code()));
    };
  }

  private static String shown(int id, String variables) {
    var template = CATALOGUE.find(id).orElseThrow();
    var part = part(variables);
    return TemplateVariables.read(part, template) instanceof TemplateVariables.Read read
        ? TemplateContent.of(template, read, part).body()
        : "unreadable";
  }

  private static Part part(String variables) {
    var body = "{'message_variables':%s}".formatted(variables).replace('\'', '"');
    return Part.root(Json.object(body).orElseThrow()).at("message_variables");
  }
}
