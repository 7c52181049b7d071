package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.lint.window.Lapse;
import dev.tapflow.flow.lint.window.Outside;
import dev.tapflow.flow.lint.window.WindowWalk;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No free message meets a closed window: WhatsApp takes only templates more than 24 hours after the
 * customer's last message.
 */
final class MessagesMeetAnOpenWindow implements Rule {

  /** So many pauses tell the way; more would hide it. */
  private static final int SHOWN = 4;

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return WindowWalk.of(folder.flows(), Entrances.of(folder.bot()).toList()).stream()
        .filter(it -> !folder.doubtful().contains(it.step().flow()))
        .map(it -> finding(folder, it));
  }

  private static Finding finding(ReadFolder folder, Outside outside) {
    var message =
        outside.always()
            ? "This is always outside the customer's 24-hour window"
            : "This is maybe outside the customer's 24-hour window";
    return Findings.warning(
        folder,
        outside.always() ? "window-closed" : "window-may-be-closed",
        place(folder, outside),
        message
            + way(outside)
            + ": send a template, wait with before_window_closes, or branch on window.open");
  }

  private static String way(Outside outside) {
    var lapses = outside.way();
    if (lapses.isEmpty()) {
      return "";
    }
    var last = lapses.subList(Math.max(0, lapses.size() - SHOWN), lapses.size());
    return (last.size() < lapses.size() ? ", after …, " : ", after ") + words(last, outside.step());
  }

  private static String words(List<Lapse> lapses, StepRef seenFrom) {
    return lapses.stream().map(it -> words(it, seenFrom)).collect(Collectors.joining(", "));
  }

  private static String words(Lapse lapse, StepRef seenFrom) {
    var step =
        lapse.step().flow().equals(seenFrom.flow()) ? lapse.step().step() : lapse.step().text();
    var time = lapse.atMost().map(it -> " of " + Lasting.words(it)).orElse("");
    return "\"%s\" (%s%s)".formatted(step, lapse.kind().words(), time);
  }

  private static Place place(ReadFolder folder, Outside outside) {
    var step =
        Steps.find(folder, outside.step())
            .map(it -> new Steps.Located(outside.step(), it))
            .orElseThrow();
    var path =
        switch (outside.part()) {
          case VERB -> new String[] {Verbs.of(step.step())};
          case REMINDER -> new String[] {"silence", "remind"};
          case ACCEPTED -> new String[] {"accepted", "say"};
          case UNAVAILABLE -> new String[] {"unavailable", "say"};
          case TIMEOUT -> new String[] {"timeout", "say"};
          case RETURNED -> new String[] {"returned", "say"};
        };
    // a reminder of the defaults stands in bot.yaml, and is late at this question
    var written = folder.sources().has(step.flow(), step.path(path));
    var there = written ? path : new String[] {Verbs.of(step.step())};
    return folder.sources().key(step.flow(), step.path(there));
  }
}
