package dev.tapflow.engine;

import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A menu as it is shown at this moment: the options whose conditions hold, their titles rendered
 * and made to fit.
 *
 * @param buttons true as reply buttons, false as a list
 * @param rows in the order written, hidden options too
 */
record MenuCard(boolean buttons, List<Row> rows) {

  /**
   * An option as the customer has it before them.
   *
   * @param group the group it stands in, from 0
   * @param full its title before it was cut
   * @param number what may be typed for it, from 1; 0 where it is hidden
   */
  record Row(
      Option option,
      int group,
      String full,
      String title,
      Optional<String> description,
      int number) {

    boolean visible() {
      return number > 0;
    }

    String id() {
      return option.id();
    }
  }

  MenuCard {
    rows = List.copyOf(rows);
  }

  static MenuCard of(Draft draft, Question.Menu menu) {
    var rows = open(new Rendering(draft), menu);
    var buttons = asButtons(menu, rows);
    var limit = buttons ? WhatsAppLimits.BUTTON_TITLE : WhatsAppLimits.ROW_TITLE;
    var visible = rows.stream().filter(Row::visible).toList();
    var titles = Fitting.distinct(visible.stream().map(Row::full).toList(), limit);
    return new MenuCard(
        buttons,
        rows.stream()
            .map(row -> row.visible() ? titled(row, titles.get(row.number() - 1)) : row)
            .toList());
  }

  List<Row> visible() {
    return rows.stream().filter(Row::visible).toList();
  }

  Optional<Row> row(String option) {
    return rows.stream().filter(row -> row.id().equals(option)).findFirst();
  }

  private static List<Row> open(Rendering rendering, Question.Menu menu) {
    var rows = new ArrayList<Row>();
    var number = 0;
    for (int group = 0; group < groups(menu).size(); group++) {
      for (var option : groups(menu).get(group).options()) {
        if (option.condition().map(rendering::holds).orElse(true)) {
          number += option.hidden() ? 0 : 1;
          rows.add(row(rendering, option, group, option.hidden() ? 0 : number));
        }
      }
    }
    return rows;
  }

  private static Row row(Rendering rendering, Option option, int group, int number) {
    // an option without a title could not be shown, and its customer could not get there
    var title = rendering.words(option.title()).orElse(option.id()).replaceAll("\\s+", " ");
    var description = option.description().flatMap(rendering::words);
    return new Row(option, group, title, title, description, number);
  }

  private static Row titled(Row row, String title) {
    return new Row(row.option(), row.group(), row.full(), title, row.description(), row.number());
  }

  private static boolean asButtons(Question.Menu menu, List<Row> rows) {
    var visible = rows.stream().filter(Row::visible).toList();
    var few = visible.size() <= WhatsAppLimits.BUTTONS;
    return switch (menu.shape()) {
      case LIST -> false;
      case BUTTONS -> few;
      case AUTO ->
          few
              && groups(menu).stream().allMatch(group -> group.title().isEmpty())
              && visible.stream().allMatch(MenuCard::fitsAButton);
    };
  }

  private static boolean fitsAButton(Row row) {
    return row.description().isEmpty()
        && WhatsAppLimits.length(row.full()) <= WhatsAppLimits.BUTTON_TITLE;
  }

  static List<Option.Group> groups(Question.Menu menu) {
    return switch (menu.offer()) {
      case Offer.Written(var groups) -> groups;
      case Offer.FromData data -> List.of(new Option.Group(Optional.empty(), data.more()));
    };
  }
}
