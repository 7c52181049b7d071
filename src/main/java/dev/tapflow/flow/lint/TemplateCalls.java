package dev.tapflow.flow.lint;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.stream.Stream;

/** Where flows send templates. */
final class TemplateCalls {

  private TemplateCalls() {}

  /** A template and the step that sends it. */
  record Located(TemplateCall call, Steps.Located step) {}

  static Stream<Located> of(ReadFolder folder) {
    return Steps.of(folder)
        .flatMap(
            it ->
                switch (it.step()) {
                  case Step.SendTemplate sent -> Stream.of(new Located(sent.template(), it));
                  case Question.AskByTemplate asked -> Stream.of(new Located(asked.template(), it));
                  case Step.Passing _, Question _ -> Stream.<Located>empty();
                });
  }
}
