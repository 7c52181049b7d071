package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.each;
import static dev.tapflow.sandbox.Rule.ifGiven;

/** Sections of a list or of products: a title may be left out only when there is one section. */
final class SectionTitles {

  private static final Rule TITLE = WhatsAppRules.text(1, 24);

  private SectionTitles() {}

  static Rule rule() {
    return sections ->
        each(at("title", sections.items().size() > 1 ? TITLE : ifGiven(TITLE))).check(sections);
  }
}
