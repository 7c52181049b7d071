package dev.tapflow.rehearsal;

import dev.tapflow.flow.Release;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A folder of flows with one file of tests, for the tests of this room. */
final class Trials {

  static final String BOT =
      """
      languages: [en, fr]
      contact: { first_name: text, visits: integer, weight: number, vip: boolean, born: date }
      values: { shop: Acme, limit: 3 }
      hours:
        office: { zone: Europe/Paris, mon-fri: "09:00-12:30, 13:30-18:00" }
      teams:
        first_line: { desk: main, hours: office }
      templates:
        come_back: { en: 5512, fr: 5513 }
        news: { en: 5514 }
      commands:
        agent: { words: [agent], goto: "shop#to_agent" }
        stop: { words: [stop], do: opt_out, say: Bye. }
      outside_window: { template: come_back }
      """;

  static final String SHOP =
      """
      flow: shop
      start: welcome
      triggers:
        - words: [hi]
        - event: new_conversation
      steps:
        welcome:
          say: Hi ${default(contact.first_name, 'there')}, this is ${bot.shop}.
        main_menu:
          menu: How can we help?
          header: Shop
          options:
            orders: { title: My orders, also: [order], goto: ask_order }
            other: { title: Other, goto: to_agent }
            news: { title: News, goto: news }
          wrong: { say: ["Please tap.", "Tap an option."], tries: 3, goto: to_agent }
          silence:
            after: 10m
            remind: Still there?
            give_up: { after: 20m, goto: goodbye }
        ask_order:
          ask: Which order?
          check: { matches: "A-[0-9]{4}", say: It looks like A-1234. }
          save: vars.order
        long_list:
          menu: Where to?
          as: list
          button: Places
          footer: Choose
          options:
            north: { title: North, description: Cold }
            south: { title: South, description: Warm }
          save: vars.place
          next: goodbye
        news:
          template: news
          values: { body: ["${vars.order}", two] }
          next: end
        to_agent:
          handover: first_line
          note: Order ${default(vars.order, '-')}
          labels: [shop, urgent]
          accepted: { say: "${default(agent.name, 'Somebody')} is here." }
          unavailable: { say: We are closed., goto: end }
          timeout: { after: 15m, say: Sorry for the wait., goto: main_menu }
          returned: { goto: end }
        goodbye:
          say: Talk to you soon.
          next: end
      """;

  private Trials() {}

  /** Loading takes longer than any case. */
  private static final class Loaded {

    static final Release RELEASE = release(Map.of("bot.yaml", BOT, "shop.flow.yaml", SHOP));
  }

  static Release release(Map<String, String> files) {
    return switch (new ReleaseLoader().load(files)) {
      case LoadResult.Loaded loaded -> loaded.release();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected.findings());
    };
  }

  /** One case of these steps. */
  static CaseResult one(String steps) {
    return oneOf("cases:\n  - name: it\n    steps:\n" + steps.indent(6));
  }

  static CaseResult oneOf(String tests) {
    var report = run(tests);
    if (!report.findings().isEmpty()) {
      throw new AssertionError(report.findings());
    }
    return report.cases().getFirst();
  }

  static Report run(String tests) {
    return Rehearsal.run(Loaded.RELEASE, folder(tests));
  }

  static Map<String, String> folder(String tests) {
    return Map.of("bot.yaml", BOT, "shop.flow.yaml", SHOP, "shop.test.yaml", tests);
  }

  /** Why it failed, with what differed. */
  static String why(CaseResult result) {
    return result
        .failure()
        .map(
            it ->
                it.reason()
                    + it.difference()
                        .map(d -> " | " + d.what() + " | " + d.expected() + " | " + d.got())
                        .orElse(""))
        .orElse("passed");
  }

  static String text(CaseResult result) {
    return why(result)
        + "\n"
        + result.chat().stream().map(ChatLine::toString).collect(Collectors.joining("\n"));
  }

  static Map<String, String> read(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.list(folder)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }
}
