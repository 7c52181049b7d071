package dev.tapflow.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import dev.tapflow.message.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of docs/answers.md is read as the page says. */
final class AnswersPageTest {

  static List<String> isReadAsThePageSays() throws IOException {
    var examples = new ArrayList<String>();
    var inside = false;
    for (var line : Files.readAllLines(Path.of("docs/answers.md"))) {
      if (line.startsWith("```")) {
        inside = line.equals("```answers");
      } else if (inside) {
        examples.add(line);
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource
  void isReadAsThePageSays(String example) {
    var sides = example.split(" →", 2);
    var written = sides[0].split(" ", 3);
    var custom =
        new AnswerReader.Custom(
            Locale.forLanguageTag(written[0]),
            LocalDate.of(2026, 3, 2),
            Optional.of(new PhoneNumber("+33698765432")));
    var type = AnswerType.valueOf(written[1].toUpperCase(Locale.ROOT));
    var read = new WrittenAnswers().read(type, written[2], custom);
    assertThat(read.map(Object::toString).orElse("")).isEqualTo(sides[1].strip());
  }
}
