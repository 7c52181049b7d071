package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A form as the message that opens it; its token names the question and the conversation. */
final class FormPrompt {

  private final Draft draft;
  private final Rendering rendering;
  private final Trimmings trimmings;

  FormPrompt(Draft draft) {
    this.draft = draft;
    this.rendering = new Rendering(draft);
    this.trimmings = new Trimmings(draft, rendering);
  }

  List<Outbound> of(Question.Form form) {
    var body = trimmings.body(form.body());
    var id = rendering.words(form.flowId());
    if (id.isEmpty()) {
      draft.failed(form.flowId().literalText(), "the id of the form came out empty");
      return new Prompt(draft).texts(body);
    }
    return trimmings.under(body, opening(form, id.get()));
  }

  private Function<String, Outbound> opening(Question.Form form, String id) {
    var header = form.header().flatMap(trimmings::header);
    var footer = trimmings.footer(form.footer());
    var label = trimmings.label(form.button());
    var screen = form.screen().flatMap(rendering::words);
    var data = data(form.data());
    return body -> new Outbound.Form(header, body, footer, label, id, token().text(), screen, data);
  }

  private ReplyId.Form token() {
    var conversation = draft.current();
    var at = conversation.at();
    return new ReplyId.Form(draft.release().id(), at.flow(), at.step(), conversation.ordinal());
  }

  private Map<String, Object> data(Map<String, ValueTree> written) {
    var data = new LinkedHashMap<String, Object>();
    written.forEach(
        (name, tree) -> {
          var value = plain(rendering.tree(tree));
          if (value != null) {
            data.put(name, value);
          }
        });
    return data;
  }

  /** As JSON has it: days and times as text; what is unset is left out. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String _, Boolean _, Number _ -> value;
      case List<?> list ->
          list.stream().<Object>mapMulti((item, keep) -> keep(plain(item), keep)).toList();
      case Map<?, ?> map -> {
        var kept = new LinkedHashMap<String, Object>();
        map.forEach((key, item) -> keep(plain(item), it -> kept.put(String.valueOf(key), it)));
        yield kept;
      }
      case Object other -> other.toString();
    };
  }

  private static void keep(@Nullable Object value, Consumer<? super Object> keeping) {
    if (value != null) {
      keeping.accept(value);
    }
  }
}
