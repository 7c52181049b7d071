package dev.tapflow.jmh;

import dev.tapflow.flow.Release;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import java.util.Map;
import java.util.TreeMap;

/** Folders of flows to measure with. */
final class Folders {

  private static final String BOT =
      """
      languages: [en]
      contact: { first_name: text, visits: integer }
      teams: { first_line: { desk: main } }
      commands:
        menu: { words: [menu], goto: "flow_0#step_0" }
      """;

  private Folders() {}

  /** Two menus that lead to each other. */
  static Release menus() {
    var flow =
        """
        flow: menus
        triggers: [ { event: new_conversation } ]
        steps:
          first:
            menu: Hi ${default(contact.first_name, 'there')}, how can we help?
            options:
              orders: { title: My orders, goto: second }
              billing: { title: Billing, goto: second }
              agent: { title: Talk to us, goto: end }
          second:
            menu: You chose ${input.title}. What now, ${contact.first_name}?
            options:
              track: { title: Track it, goto: first }
              again: { title: Again, goto: first }
              never: { title: Never, if: contact.visits > 3, goto: end }
        """;
    return loaded(Map.of("menus.flow.yaml", flow, "bot.yaml", BOT.replace("flow_0#step_0", "menus#first")));
  }

  /** Flows of many steps, with the mixture of steps and expressions that real ones have. */
  static Map<String, String> large(int flows, int steps) {
    var files = new TreeMap<String, String>();
    files.put("bot.yaml", BOT);
    for (var flow = 0; flow < flows; flow++) {
      files.put("flow_%d.flow.yaml".formatted(flow), flow(flow, steps));
    }
    return files;
  }

  private static String flow(int number, int steps) {
    var text = new StringBuilder("flow: flow_%d\nstart: step_0\n".formatted(number));
    text.append("triggers: [ { words: [ \"word %d\" ] } ]\nsteps:\n".formatted(number));
    for (var step = 0; step < steps; step++) {
      text.append(step(number, step, step == steps - 1 ? "end" : "step_" + (step + 1)));
    }
    return text.toString();
  }

  private static String step(int flow, int step, String next) {
    return switch (step % 5) {
      case 0 ->
          """
            step_%d:
              menu: Hello ${default(contact.first_name, 'there')}, topic %d of flow %d?
              options:
                yes: { title: "Yes, please", goto: %s }
                no: { title: No thanks, also: [nope], goto: %s }
          """
              .formatted(step, step, flow, next, next);
      case 1 ->
          """
            step_%d:
              ask: What is your number %d?
              check: { matches: "A-[0-9]{4}", say: It looks like A-1234. }
              save: vars.number_%d
              next: %s
          """
              .formatted(step, step, step, next);
      case 2 ->
          """
            step_%d:
              branch:
                - { if: vars.number_%d == 'A-0000', goto: end }
                - { else: %s }
          """
              .formatted(step, step - 1, next);
      case 3 ->
          """
            step_%d:
              set: { contact.visits: "${default(contact.visits, 0) + 1}" }
              next: %s
          """
              .formatted(step, next);
      default ->
          """
            step_%d:
              say: Thank you ${contact.first_name}, ${vars.number_%d} is noted.
              next: %s
          """
              .formatted(step, step - 3, next);
    };
  }

  static Release loaded(Map<String, String> files) {
    return switch (new ReleaseLoader().load(files)) {
      case LoadResult.Loaded loaded -> loaded.release();
      case LoadResult.Rejected rejected ->
          throw new IllegalStateException(
              "Expected flows without errors, but got " + rejected.findings());
    };
  }
}
