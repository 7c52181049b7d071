package dev.tapflow.outbox.call;

import dev.tapflow.message.HttpCall;
import dev.tapflow.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the settings of calls. */
@ApplicationScoped
final class HttpSettingsCheck implements StartCheck {

  private static final long LARGEST_RESPONSE = 16L * 1024 * 1024;

  private final HttpSettings settings;

  HttpSettingsCheck(HttpSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    AllowedHosts.misspelt(settings.allowedHosts().orElse(List.of())).stream()
        .map(
            entry ->
                ("%s: \"%s\" is no host; write shop.example, shop.example:8443, *.example.com,"
                        + " 10.1.2.3, 10.1.0.0/16 or *")
                    .formatted(AllowedHosts.SETTING, entry))
        .forEach(problems::add);
    timeout("tapflow.http.timeout", settings.timeout(), problems);
    timeout("tapflow.http.max-timeout", settings.maxTimeout(), problems);
    var largest = settings.maxResponse().asLongValue();
    if (largest < 1 || largest > LARGEST_RESPONSE) {
      problems.add("tapflow.http.max-response: Expected 1 byte to 16m, but got " + largest);
    }
    return problems;
  }

  private static void timeout(String setting, Duration timeout, List<String> problems) {
    if (!timeout.isPositive() || timeout.compareTo(HttpCall.LONGEST_TIMEOUT) > 0) {
      problems.add(
          "%s: Expected more than nothing and at most %d seconds, but got %s"
              .formatted(setting, HttpCall.LONGEST_TIMEOUT.toSeconds(), timeout));
    }
  }
}
