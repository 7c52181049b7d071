package dev.tapflow.engine;

/** What a customer can name by its title. */
sealed interface Named {

  record Choice(MenuCard.Row row) implements Named {}

  /** The row that shows more of a long list. */
  record NextPage() implements Named {}
}
