package dev.tapflow.engine;

import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Question;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question's options as they are shown at this moment, their titles rendered and made to fit.
 *
 * @param buttons true as reply buttons, false as a list
 * @param rows in order, hidden options too
 * @param nextPage the title of the row that shows more, where not all fit one list
 */
record MenuCard(boolean buttons, List<Row> rows, Optional<String> nextPage) {

  /** Beside them stands the row that shows more. */
  private static final int ROWS_OF_A_PAGE = WhatsAppLimits.ROWS - 1;

  /**
   * An option as the customer has it before them.
   *
   * @param full its title before it was cut
   * @param number what may be typed for it, from 1; 0 where it is hidden
   */
  record Row(Offered offered, String full, String title, Optional<String> description, int number) {

    boolean visible() {
      return number > 0;
    }

    String id() {
      return offered.option().id();
    }

    private boolean isTitled(String tapped) {
      return tapped.isBlank() || tapped.equals(title) || tapped.equals(full);
    }

    private Row titled(String title) {
      return new Row(offered, full, title, description, number);
    }
  }

  MenuCard {
    rows = List.copyOf(rows);
  }

  static MenuCard of(Draft draft, Question.ByOption question) {
    var rendering = new Rendering(draft);
    var rows = rows(rendering, new Offers(draft, rendering).of(question));
    return switch (question) {
      case Question.Menu menu -> fitted(rendering, draft, menu, rows);
      // a template's buttons have the titles it was approved with
      case Question.AskByTemplate _ -> new MenuCard(true, rows, Optional.empty());
    };
  }

  private static MenuCard fitted(
      Rendering rendering, Draft draft, Question.Menu menu, List<Row> rows) {
    var visible = visible(rows);
    var buttons = asButtons(menu, visible);
    var paged = !buttons && visible.size() > WhatsAppLimits.ROWS;
    var titles = new ArrayList<String>(visible.size() + 1);
    visible.forEach(row -> titles.add(row.full()));
    if (paged) {
      titles.add(rendering.words(draft.bot().nextPage()).orElse(Trimmings.NOTHING));
    }
    var limit = buttons ? WhatsAppLimits.BUTTON_TITLE : WhatsAppLimits.ROW_TITLE;
    var fitting = Fitting.distinct(titles, limit);
    return new MenuCard(
        buttons,
        fitting.equals(titles) ? rows : titled(rows, fitting),
        paged ? Optional.of(fitting.getLast()) : Optional.empty());
  }

  private static List<Row> titled(List<Row> rows, List<String> titles) {
    return rows.stream()
        .map(row -> row.visible() ? row.titled(titles.get(row.number() - 1)) : row)
        .toList();
  }

  List<Row> visible() {
    return visible(rows);
  }

  private static List<Row> visible(List<Row> rows) {
    for (var row : rows) {
      if (!row.visible()) {
        return rows.stream().filter(Row::visible).toList();
      }
    }
    return rows;
  }

  /** The rows of a page, from 0; all where there is only one. */
  List<Row> page(int page) {
    var visible = visible();
    if (nextPage.isEmpty()) {
      return visible;
    }
    var from = existing(page) * ROWS_OF_A_PAGE;
    return visible.subList(from, Math.min(from + ROWS_OF_A_PAGE, visible.size()));
  }

  /** The page of that number, or the first where the options do not fill as many. */
  int existing(int page) {
    return page < pages() ? page : 0;
  }

  boolean isLast(int page) {
    return existing(page) == pages() - 1;
  }

  private int pages() {
    return nextPage.isEmpty() ? 1 : Math.ceilDiv(visible().size(), ROWS_OF_A_PAGE);
  }

  Optional<Row> row(String option) {
    return rows.stream().filter(row -> row.id().equals(option)).findFirst();
  }

  /**
   * The option of an id that was tapped. Where the id is only a number, the list may have changed
   * since: the title tells.
   */
  Optional<Row> tapped(String option, String title) {
    var row = row(option);
    if (row.isEmpty() || !row.get().offered().nameless() || row.get().isTitled(title)) {
      return row;
    }
    return rows.stream().filter(it -> it.offered().nameless() && it.isTitled(title)).findFirst();
  }

  private static List<Row> rows(Rendering rendering, List<Offered> offers) {
    var rows = new ArrayList<Row>();
    var number = 0;
    for (var offered : offers) {
      var hidden = offered.option().hidden();
      number += hidden ? 0 : 1;
      var seen = offered.item().map(rendering::seeing).orElse(rendering);
      rows.add(row(seen, offered, hidden ? 0 : number));
    }
    return rows;
  }

  private static Row row(Rendering rendering, Offered offered, int number) {
    var option = offered.option();
    // an option without a title could not be shown, and its customer could not get there
    var title =
        rendering
            .words(option.title())
            .map(Fitting::oneLine)
            .filter(words -> !words.isEmpty())
            .orElse(option.id());
    var description = option.description().flatMap(rendering::words);
    return new Row(offered, title, title, description, number);
  }

  private static boolean asButtons(Question.Menu menu, List<Row> visible) {
    var few = visible.size() <= WhatsAppLimits.BUTTONS;
    return switch (menu.shape()) {
      case LIST -> false;
      case BUTTONS -> few;
      case AUTO -> few && !hasHeadings(menu) && visible.stream().allMatch(MenuCard::fitsAButton);
    };
  }

  private static boolean hasHeadings(Question.Menu menu) {
    return menu.offer() instanceof Offer.Written(var groups)
        && groups.stream().anyMatch(group -> group.title().isPresent());
  }

  private static boolean fitsAButton(Row row) {
    return row.description().isEmpty()
        && WhatsAppLimits.length(row.full()) <= WhatsAppLimits.BUTTON_TITLE;
  }
}
