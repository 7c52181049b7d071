package dev.tapflow.rehearsal;

import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Mock;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The services that flows call, as a case has them answer. Those for one address answer in order,
 * the last again and again; a call that may be tried again is, and a kept answer is used again.
 */
final class Services {

  private static final int TROUBLE_OF_THE_SERVICE = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int OK = 200;
  private static final int NO_SUCCESS = 300;

  private final Map<Key, List<Mock>> mocks = new HashMap<>();
  private final Map<Key, Integer> used = new HashMap<>();
  private final Map<Key, Kept> kept = new HashMap<>();
  private final List<HttpCall> calls = new ArrayList<>();

  private record Key(String method, Address address) {}

  private record Kept(Instant until, HttpAnswer answer) {}

  /** An answer, and how long it takes. */
  record Reply(HttpAnswer answer, Duration after) {}

  Services(List<Mock> all) {
    all.forEach(
        mock ->
            mocks
                .computeIfAbsent(
                    new Key(mock.method(), Address.of(mock.url())), _ -> new ArrayList<>())
                .add(mock));
  }

  /** What comes back; empty where nothing is told for this address. */
  Optional<Reply> call(HttpCall call, Instant now) {
    var key = new Key(call.method(), Address.of(call.url()));
    var known = kept.get(key);
    if (known != null && call.cache().isPresent() && now.isBefore(known.until())) {
      return Optional.of(new Reply(known.answer(), Duration.ZERO));
    }
    var answers = mocks.get(key);
    if (answers == null) {
      return Optional.empty();
    }
    var reply = attempts(call, key, answers);
    keep(call, key, reply, now);
    return Optional.of(reply);
  }

  /** The calls that were made, in order. */
  List<HttpCall> calls() {
    return calls;
  }

  private Reply attempts(HttpCall call, Key key, List<Mock> answers) {
    var reply = attempt(call, key, answers);
    var taken = reply.after();
    for (int again = 0; again < call.retry() && isWorthAnother(reply.answer()); again++) {
      reply = attempt(call, key, answers);
      taken = taken.plus(reply.after());
    }
    return new Reply(reply.answer(), taken);
  }

  private Reply attempt(HttpCall call, Key key, List<Mock> answers) {
    calls.add(call);
    var turn = used.merge(key, 1, Integer::sum);
    var mock = answers.get(Math.min(turn, answers.size()) - 1);
    var patience = call.timeoutOr(HttpCall.USUAL_TIMEOUT);
    if (mock.delay().compareTo(patience) > 0) {
      return new Reply(failed(Mock.Failure.TIMEOUT), patience);
    }
    return new Reply(answer(mock.answer()), mock.delay());
  }

  private static HttpAnswer answer(Mock.Answer answer) {
    return switch (answer) {
      case Mock.Answer.Replies(int status, Datum body) ->
          new HttpAnswer.Answered(status, Json.of(body));
      case Mock.Answer.Fails(var how) -> failed(how);
    };
  }

  private static HttpAnswer failed(Mock.Failure how) {
    return switch (how) {
      case TIMEOUT -> new HttpAnswer.Failed(HttpAnswer.Reason.TIMEOUT, "the test says so");
      case UNREACHABLE -> new HttpAnswer.Failed(HttpAnswer.Reason.UNREACHABLE, "the test says so");
    };
  }

  private static boolean isWorthAnother(HttpAnswer answer) {
    return switch (answer) {
      case HttpAnswer.Answered(int status, _) ->
          status >= TROUBLE_OF_THE_SERVICE || status == TOO_MANY_REQUESTS;
      case HttpAnswer.Failed _ -> true;
    };
  }

  private void keep(HttpCall call, Key key, Reply reply, Instant now) {
    if (call.cache().isPresent()
        && call.method().equals("GET")
        && reply.answer() instanceof HttpAnswer.Answered(int status, _)
        && status >= OK
        && status < NO_SUCCESS) {
      var until = now.plus(reply.after()).plus(call.cache().get());
      kept.put(key, new Kept(until, reply.answer()));
    }
  }
}
