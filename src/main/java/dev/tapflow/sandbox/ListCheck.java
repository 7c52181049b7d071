package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.each;
import static dev.tapflow.sandbox.Rule.ifGiven;

import java.util.List;
import java.util.Optional;

/** A list sheet; Meta, "Interactive list messages". Its ten rows are those of all sections. */
record ListCheck() implements InteractiveCheck {

  private static final int MOST_ROWS = 10;

  @Override
  public Rule header() {
    return HeaderRules.optionalText();
  }

  @Override
  public Rule action() {
    return all(
        at("button", WhatsAppRules.text(1, 20)),
        at(
            "sections",
            WhatsAppRules.items(1, 10),
            SectionTitles.rule(),
            each(at("rows", WhatsAppRules.items(1, MOST_ROWS), each(row()))),
            ListCheck::rowsInTotal));
  }

  private static Rule row() {
    return all(
        at("id", WhatsAppRules.text(1, 200)),
        at("title", WhatsAppRules.text(1, 24)),
        at("description", ifGiven(WhatsAppRules.text(0, 72))));
  }

  private static Optional<Refusal> rowsInTotal(Part sections) {
    List<Part> rows =
        sections.items().stream().flatMap(s -> s.at("rows").items().stream()).toList();
    return rows.size() > MOST_ROWS
        ? WhatsAppRules.refusal(
            sections, "must have at most 10 rows in total, and has %d".formatted(rows.size()))
        : WhatsAppRules.unique(rows.stream().map(row -> row.at("id")).toList());
  }
}
