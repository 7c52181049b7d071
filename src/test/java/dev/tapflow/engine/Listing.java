package dev.tapflow.engine;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Scope;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A menu made of a list that a test changes as it likes; {@code each: branches}. */
final class Listing implements Evaluator {

  private final Evaluator plain = new PlainEvaluator();
  private @Nullable Object branches;

  Listing(@Nullable Object branches) {
    this.branches = branches;
  }

  void becomes(@Nullable Object changed) {
    branches = changed;
  }

  static Map<String, Object> branch(String code, String name) {
    return Map.of("code", code, "name", name);
  }

  static List<Map<String, Object>> branches(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> branch("b" + number, "Branch " + number))
        .toList();
  }

  static Offer.FromData offer(
      FlowFixture fixture,
      Optional<String> id,
      Optional<String> value,
      List<Assignment> set,
      Option... more) {
    return new Offer.FromData(
        new Expression("branches"),
        "branch",
        id.map(FlowFixture::text),
        FlowFixture.text("${branch.name}"),
        Optional.of(FlowFixture.text("${branch.street}")),
        value.map(FlowFixture::text),
        set,
        fixture.target("chosen"),
        List.of(more),
        fixture.target("none"));
  }

  static Offer.FromData offer(FlowFixture fixture, Option... more) {
    return offer(fixture, Optional.of("${branch.code}"), Optional.empty(), List.of(), more);
  }

  static Question.Menu menu(Text body, Offer offer, Question.Shape shape, Exits exits) {
    return new Question.Menu(
        body,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        offer,
        shape,
        Optional.of(FlowFixture.variable("vars.branch")),
        new Target.End(),
        exits,
        false);
  }

  /** The flow with this list under it. */
  Chat chat(FlowFixture fixture) {
    return new Chat(over(fixture.build()));
  }

  Release over(Release release) {
    return new Release(release.id(), release.bot(), release.flows(), this, release.answers());
  }

  @Override
  public Outcome evaluate(Expression expression, Scope scope) {
    return expression.source().equals("branches")
        ? new Outcome.Value(branches)
        : plain.evaluate(expression, scope);
  }

  @Override
  public boolean isRaw(Expression expression) {
    return plain.isRaw(expression);
  }

  @Override
  public boolean matches(String pattern, String text) {
    return plain.matches(pattern, text);
  }

  @Override
  public String render(@Nullable Object value, Scope scope) {
    return plain.render(value, scope);
  }
}
