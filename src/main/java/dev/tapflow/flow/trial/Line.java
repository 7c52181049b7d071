package dev.tapflow.flow.trial;

import dev.tapflow.flow.Place;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** One line of a case: something happens, or something is expected. */
public sealed interface Line {

  /** Where it is written. */
  Place place();

  /** Something happens. */
  sealed interface Act extends Line {}

  /** Something is expected. */
  sealed interface Expectation extends Line {}

  /** The bot speaks first, as by the API. An empty step: where the flow starts. */
  record Starts(Place place, String flow, Optional<String> step, SequencedMap<String, Datum> with)
      implements Act {

    public Starts {
      with = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(with));
    }
  }

  /** The customer types. */
  record Writes(Place place, String text, Optional<Event.Referral> referral) implements Act {}

  /** The customer taps the option of this title on the newest message that has one. */
  record Taps(Place place, String title, Optional<Event.Referral> referral) implements Act {}

  /** The customer taps an option on the newest message of a step. An empty flow: the file's. */
  record TapsOlder(Place place, Optional<String> flow, String step, String option) implements Act {}

  /** The customer sends something else. */
  record Sends(Place place, Content content, Optional<Event.Referral> referral) implements Act {}

  /** The customer sends a form that was filled in: the newest one. */
  record Answers(Place place, SequencedMap<String, Datum> values) implements Act {

    public Answers {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
  }

  /** Time goes by. */
  record Advances(Place place, Duration by) implements Act {}

  /** It becomes this moment. */
  record JumpsTo(Place place, When when) implements Act {}

  /** Contact fields are changed from outside. */
  record Changes(Place place, SequencedMap<String, Datum> fields) implements Act {

    public Changes {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }
  }

  /** An agent does something; the name is empty where none is told. */
  record AgentActs(Place place, Event.AgentActed.Action action, String name) implements Act {}

  /** News of the newest message: it failed, or was received. */
  record Delivery(Place place, boolean failed) implements Act {}

  /** The bot has said exactly this since the last such line. */
  record Says(Place place, Speech speech) implements Expectation {}

  /** The conversation stands here. */
  record StandsAt(Place place, Target target) implements Expectation {}

  /** The conversation's variables named here have these values. */
  record HasVars(Place place, SequencedMap<String, Datum> values) implements Expectation {

    public HasVars {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
  }

  /** The contact's fields named here have these values. */
  record HasContact(Place place, SequencedMap<String, Datum> values) implements Expectation {

    public HasContact {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
  }

  /** A team is asked for, or has the conversation; nobody where nothing is expected. */
  record HandsOver(Place place, Optional<Datum.Entries> request) implements Expectation {}

  /** These calls were made so far; none where nothing is expected. */
  record Called(Place place, List<ExpectedCall> calls) implements Expectation {

    public Called {
      calls = List.copyOf(calls);
    }
  }

  /**
   * A call that was made.
   *
   * @param method empty: whichever
   * @param details of {@code body} and {@code headers} what is named
   * @param times empty: at least once
   */
  record ExpectedCall(
      Optional<String> method, String url, Datum.Entries details, Optional<Integer> times) {}
}
