package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapflow.sandbox.Fault.Outcome;
import dev.tapflow.sandbox.Fault.When;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  private final Faults faults = new Faults();

  @Test
  void strikesAsOftenAsItWasOrdered() {
    order("{'fault':'status','status':503,'times':2}");
    var fault = new Fault.Answer(new Outcome.Status(503));
    assertThat(faults.strike(When.BEFORE_ACCEPTING, toAna())).contains(fault);
    assertThat(faults.strike(When.BEFORE_ACCEPTING, toAna())).contains(fault);
    assertThat(faults.strike(When.BEFORE_ACCEPTING, toAna())).isEmpty();
    assertThat(faults.pending()).isEmpty();
  }

  @Test
  void strikesAtItsMoment() {
    order("{'fault':'cut_after_accepting'}");
    order("{'fault':'delay_before_accepting','delay':'PT12S'}");
    assertThat(faults.strike(When.BEFORE_ACCEPTING, toAna()))
        .contains(new Fault.Delay(When.BEFORE_ACCEPTING, Duration.ofSeconds(12)));
    assertThat(faults.strike(When.BEFORE_ACCEPTING, toAna())).isEmpty();
    assertThat(faults.strike(When.AFTER_ACCEPTING, toAna()))
        .contains(new Fault.Cut(When.AFTER_ACCEPTING));
  }

  @Test
  void strikesOnlyWhomItWasMeantFor() {
    order("{'fault':'code','code':6,'phone':'+447700900123'}");
    order("{'fault':'code','code':7,'http_status':403,'path':'templates'}");
    assertThat(faults.strike(When.BEFORE_ACCEPTING, toAna())).isEmpty();
    assertThat(faults.strike(When.BEFORE_ACCEPTING, call(Call.Kind.TEMPLATES, "+34600000001")))
        .contains(new Fault.Answer(new Outcome.Code(7, 403)));
    assertThat(faults.strike(When.BEFORE_ACCEPTING, call(Call.Kind.TEMPLATES, "+447700900123")))
        .contains(new Fault.Answer(new Outcome.Code(6, 400)));
  }

  @Test
  void goesOnByChanceUntilItIsCleared() {
    order("{'fault':'cut_before_accepting','chance':1.0}");
    order("{'fault':'status_after_accepting','status':500,'chance':0.000001}");
    IntStream.range(0, 100)
        .forEach(
            unused ->
                assertThat(faults.strike(When.BEFORE_ACCEPTING, toAna()))
                    .contains(new Fault.Cut(When.BEFORE_ACCEPTING)));
    assertThat(faults.pending()).hasSize(2);
    faults.clear();
    assertThat(faults.strike(When.BEFORE_ACCEPTING, toAna())).isEmpty();
    assertThat(faults.struck()).hasSize(100);
  }

  @Test
  void strikesAboutAsOftenAsItsChanceSays() {
    order("{'fault':'status_after_accepting','status':500,'chance':0.1}");
    IntStream.range(0, 10_000).forEach(unused -> faults.strike(When.AFTER_ACCEPTING, toAna()));
    assertThat(faults.struck()).hasSizeBetween(800, 1_200);
  }

  @Test
  void remembersWhomItStruckUntilItForgets() {
    order("{'fault':'status_after_accepting','status':502}");
    assertThat(faults.strike(When.AFTER_ACCEPTING, toAna()))
        .contains(new Fault.Answer(When.AFTER_ACCEPTING, new Outcome.Status(502)));
    assertThat(faults.struck())
        .singleElement()
        .satisfies(struck -> assertThat(struck.phone()).isEqualTo("+34600000001"));
    faults.forget();
    assertThat(faults.struck()).isEmpty();
  }

  @Test
  void showsWhatIsPendingAsItWasOrdered() {
    order("{'fault':'rate_limited','retry_after':'body_iso','seconds':3,'times':2}");
    faults.strike(When.BEFORE_ACCEPTING, toAna());
    assertThat(Json.write(faults.pending()))
        .isEqualTo(
            "[{\"fault\":\"rate_limited\",\"times\":1,\"retry_after\":\"body_iso\",\"seconds\":3}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'fault':'flood'}",
        "{'fault':'status'}",
        "{'fault':'code'}",
        "{'fault':'status_after_accepting'}",
        "{'fault':'status','status':500,'chance':0}",
        "{'fault':'status','status':500,'chance':1.5}",
        "{'fault':'delay_after_accepting'}",
        "{'fault':'cut_before_accepting','phone':'x'}",
        "{'fault':'cut_before_accepting','path':'everywhere'}",
        "{'fault':'cut_before_accepting','tmies':2}",
        "no json"
      })
  void refusesAnOrderItCannotCarryOut(String order) {
    assertThatThrownBy(() -> order(order))
        .isInstanceOfSatisfying(
            WebApplicationException.class,
            e -> assertThat(e.getResponse().getStatus()).isEqualTo(400));
    assertThat(faults.pending()).isEmpty();
  }

  private void order(String json) {
    faults.order(
        Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), FaultOrder.class));
  }

  private static Call toAna() {
    return call(Call.Kind.INTERACTIVE, "+34600000001");
  }

  private static Call call(Call.Kind kind, String phone) {
    return new Call(kind, "sandbox-key", Part.root(Json.object().put("destination_phone", phone)));
  }
}
