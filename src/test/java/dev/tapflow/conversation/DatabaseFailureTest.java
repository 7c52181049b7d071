package dev.tapflow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.conversation.DatabaseFailure.Kind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {

  @ParameterizedTest
  @CsvSource({
    "40P01, REPEAT", // deadlock detected
    "40001, REPEAT", // serialization failure
    "22P05, DATA", // untranslatable character
    "23514, DATA", // check violation
    "08006, LOST", // connection failure
    "57P01, LOST", // the server is shut down
  })
  void tellsWhatAFailedTransactionCallsFor(String state, Kind kind) {
    var thrown =
        new IllegalStateException(new IllegalStateException(new SQLException("no", state)));

    assertThat(DatabaseFailure.kindOf(thrown)).isEqualTo(kind);
  }

  @Test
  void takesAConnectionThatCannotBeHadForALostDatabase() {
    assertThat(DatabaseFailure.kindOf(new IllegalStateException(new SQLException("timeout"))))
        .isEqualTo(Kind.LOST);
  }

  @Test
  void doesNotBlameAnEventForComingBeforeTheFlows() {
    assertThat(DatabaseFailure.kindOf(new NothingPublished())).isEqualTo(Kind.LOST);
  }

  @Test
  void tellsOurOwnMistakesFromTheDatabases() {
    assertThat(DatabaseFailure.kindOf(new NullPointerException())).isEqualTo(Kind.BUG);
  }
}
