package dev.tapflow.rehearsal;

import dev.tapflow.flow.StepRef;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Outbound;
import dev.tapflow.rehearsal.Recording.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a conversation as a case of a file of tests. */
final class CaseYaml {

  private static final int OK = 200;
  private static final String ITEM = "      - ";

  private final Recording recording;
  private final StringBuilder yaml = new StringBuilder();

  CaseYaml(Recording recording) {
    this.recording = recording;
  }

  String written() {
    yaml.append("  - name: ").append(YamlText.text(recording.name())).append('\n');
    given();
    services();
    yaml.append("    steps:\n");
    int at = 0;
    while (at < recording.turns().size()) {
      at = turn(at);
    }
    return yaml.toString();
  }

  private void given() {
    var given = new LinkedHashMap<String, Object>();
    if (!recording.contact().isEmpty()) {
      given.put("contact", recording.contact());
    }
    recording.now().ifPresent(it -> given.put("now", it.toString()));
    if (!given.isEmpty()) {
      yaml.append("    given: ").append(YamlText.of(given)).append('\n');
    }
  }

  private void services() {
    if (recording.services().isEmpty()) {
      return;
    }
    yaml.append("    http:\n");
    for (var answer : recording.services()) {
      var mock = new LinkedHashMap<String, @Nullable Object>();
      mock.put(answer.method().toLowerCase(Locale.ROOT), answer.url());
      if (answer.status() != OK) {
        mock.put("status", answer.status());
      }
      if (answer.body() != null) {
        mock.put("reply", answer.body());
      }
      yaml.append(ITEM).append(YamlText.of(mock)).append('\n');
    }
  }

  /** Writes one turn, or all that the bot said in a row; returns the next. */
  private int turn(int at) {
    var turn = recording.turns().get(at);
    if (turn instanceof Turn.Said) {
      return said(at);
    }
    line(turn);
    return at + 1;
  }

  private int said(int from) {
    int at = from;
    yaml.append("      - bot:\n");
    while (at < recording.turns().size()
        && recording.turns().get(at) instanceof Turn.Said(var message)) {
      yaml.append("          - ").append(message(message)).append('\n');
      at++;
    }
    return at;
  }

  private void line(Turn turn) {
    switch (turn) {
      case Turn.Started(var flow, var step) ->
          line("start", step.map(it -> flow + "#" + it).orElse(flow));
      case Turn.Wrote(var text) -> line("user", text);
      case Turn.Tapped(var title) -> line("tap", title);
      case Turn.TappedOlder(var step, var option) -> line("tap", older(step, option));
      case Turn.Sent(var content) -> sent(content);
      case Turn.Waited(var time) -> line("advance", Spans.of(time));
      case Turn.AgentActed(var action, var name) -> line("agent", agent(action, name));
      case Turn.StoodAt(var step) -> line("at", step.map(StepRef::text).orElse("end"));
      case Turn.Said _ -> throw new IllegalStateException("Said is written with its neighbours");
    }
  }

  private void line(String key, Object value) {
    yaml.append(ITEM).append(key).append(": ").append(YamlText.of(value)).append('\n');
  }

  private static Map<String, Object> older(StepRef step, String option) {
    var tap = new LinkedHashMap<String, Object>();
    tap.put("step", step.text());
    tap.put("option", option);
    return tap;
  }

  private static Object agent(Event.AgentActed.Action action, String name) {
    var word = action.name().toLowerCase(Locale.ROOT);
    return name.isEmpty() ? word : Map.of(word, name);
  }

  private void sent(Content content) {
    switch (content) {
      case Content.Text(var body) -> line("user", body);
      case Content.Tap(_, var title) -> line("tap", title);
      case Content.Media media -> line("send", media(media));
      case Content.Location place -> line("send", Map.of("location", place(place)));
      case Content.Contacts(var cards) ->
          line("send", Map.of("contact", cards.stream().map(CaseYaml::card).toList()));
      case Content.Order order -> line("send", Map.of("order", order(order)));
      case Content.FormAnswer answer -> line("send", Map.of("form", answer.values()));
      case Content.Reaction(_, var emoji) -> line("send", Map.of("reaction", emoji.orElse("")));
      case Content.Unsupported(var type) -> line("send", Map.of("unsupported", type));
      case Content.SystemNotice notice ->
          yaml.append("      # WhatsApp's own news, ")
              .append(YamlText.text(notice.type()))
              .append('\n');
    }
  }

  private static Map<String, Object> media(Content.Media media) {
    var sent = new LinkedHashMap<String, Object>();
    sent.put(
        media.kind().name().toLowerCase(Locale.ROOT), media.fileName().orElse(media.mediaId()));
    media.caption().ifPresent(it -> sent.put("caption", it));
    return sent;
  }

  private static Map<String, Object> place(Content.Location place) {
    var sent = new LinkedHashMap<String, Object>();
    sent.put("latitude", place.latitude());
    sent.put("longitude", place.longitude());
    place.name().ifPresent(it -> sent.put("name", it));
    place.address().ifPresent(it -> sent.put("address", it));
    return sent;
  }

  private static Map<String, Object> card(Content.Contacts.Card card) {
    var sent = new LinkedHashMap<String, Object>();
    sent.put("name", card.name());
    sent.put("phones", card.phones());
    return sent;
  }

  private static Map<String, Object> order(Content.Order order) {
    var sent = new LinkedHashMap<String, Object>();
    sent.put("catalog", order.catalog());
    order.text().ifPresent(it -> sent.put("text", it));
    sent.put("items", order.items().stream().map(CaseYaml::item).toList());
    return sent;
  }

  private static Map<String, Object> item(Content.Order.Item item) {
    var sent = new LinkedHashMap<String, Object>();
    sent.put("product", item.product());
    sent.put("quantity", item.quantity());
    sent.put("price", item.price());
    sent.put("currency", item.currency());
    return sent;
  }

  /** A plain text stands alone, unless it would be read as a word of the format. */
  private static String message(Outbound message) {
    var facets = new LinkedHashMap<String, Object>(Facets.of(message));
    if (message instanceof Outbound.Text(var body)) {
      return body.strip().equals("any") ? YamlText.of(Map.of("say", body)) : YamlText.text(body);
    }
    if (message instanceof Outbound.LocationRequest) {
      facets.remove("say");
    }
    if (message instanceof Outbound.Options) {
      facets.remove("sections");
    }
    facets.computeIfPresent("options", (_, options) -> titles((List<?>) options));
    return YamlText.of(facets);
  }

  private static List<?> titles(List<?> options) {
    return options.stream()
        .map(
            it ->
                it instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("title")
                    ? map.get("title")
                    : it)
        .toList();
  }
}
