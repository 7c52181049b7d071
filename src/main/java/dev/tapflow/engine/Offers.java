package dev.tapflow.engine;

import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a question offers at this moment: the options whose conditions hold, in order. */
final class Offers {

  /** Of one list; a hundred pages and more are no menu any more. */
  private static final int MOST = 1000;

  private final Draft draft;
  private final Rendering rendering;

  Offers(Draft draft, Rendering rendering) {
    this.draft = draft;
    this.rendering = rendering;
  }

  /** Hidden options too. */
  List<Offered> of(Question.ByOption question) {
    return switch (question) {
      case Question.Menu menu ->
          switch (menu.offer()) {
            case Offer.Written(var groups) -> written(groups);
            case Offer.FromData data -> fromData(data);
          };
      // its buttons are approved with it: WhatsApp shows them whatever holds
      case Question.AskByTemplate ask ->
          ask.options().stream().map(option -> Offered.written(option, 0)).toList();
    };
  }

  private List<Offered> written(List<Option.Group> groups) {
    var offered = new ArrayList<Offered>();
    for (int group = 0; group < groups.size(); group++) {
      for (var option : groups.get(group).options()) {
        if (holds(option)) {
          offered.add(Offered.written(option, group));
        }
      }
    }
    return offered;
  }

  private boolean holds(Option option) {
    return option.condition().isEmpty() || rendering.holds(option.condition().get());
  }

  private List<Offered> fromData(Offer.FromData data) {
    var elements = rendering.list(data.each());
    if (elements.size() > MOST) {
      draft.cut("options beyond " + MOST);
    }
    var ids = new ListedIds(data.more().stream().map(Option::id).toList());
    var offered = new ArrayList<Offered>();
    for (var element : elements.subList(0, Math.min(MOST, elements.size()))) {
      offered.add(made(data, new Item(data.as(), element), ids, offered.size() + 1));
    }
    data.more().stream()
        .filter(this::holds)
        .forEach(option -> offered.add(Offered.written(option, 0)));
    return offered;
  }

  private Offered made(Offer.FromData data, Item item, ListedIds ids, int number) {
    var name = data.id().map(rendering.seeing(item)::text);
    var option =
        new Option(
            ids.next(name.orElse(""), number),
            data.title(),
            data.description(),
            List.of(),
            data.value(),
            data.set(),
            data.goTo(),
            Optional.empty(),
            false);
    return new Offered(option, 0, Optional.of(item), name.isEmpty());
  }
}
