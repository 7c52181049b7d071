package dev.tapflow.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One step of a flow: one verb with its keys. */
public sealed interface Step {

  /** Sends a text and goes on. */
  record Say(Text text, Target next) implements Step {}

  /** A step that waits for the customer's answer. */
  sealed interface Question extends Step {

    Text body();

    Exits exits();

    Optional<Variable> save();

    Target next();

    /** True where words such as "menu" are answers and not commands. */
    boolean commandsOff();
  }

  /** Asks by options. */
  record Menu(
      Text body,
      Optional<Text> header,
      Optional<Text> footer,
      Optional<Text> button,
      List<Option.Group> groups,
      Shape shape,
      Optional<Variable> save,
      Target next,
      Exits exits,
      boolean commandsOff)
      implements Question {

    public Menu {
      groups = List.copyOf(groups);
    }

    /** All options in the order written, hidden ones too. */
    public List<Option> options() {
      return groups.stream().flatMap(group -> group.options().stream()).toList();
    }
  }

  /** How a menu is shown. */
  enum Shape {
    /** Buttons where they fit, else a list. */
    AUTO,
    BUTTONS,
    LIST
  }

  /** Asks for a value. */
  record Ask(
      Text body,
      AnswerType type,
      List<Check> checks,
      Optional<Variable> save,
      Target next,
      Exits exits,
      boolean commandsOff)
      implements Question {

    public Ask {
      checks = List.copyOf(checks);
    }
  }

  /** Writes variables, in order. */
  record Set(List<Assignment> assignments, Target next) implements Step {
    public Set {
      assignments = List.copyOf(assignments);
    }
  }

  /** The first case that holds wins. */
  record Branch(List<Case> cases, Target otherwise) implements Step {
    public Branch {
      cases = List.copyOf(cases);
    }

    /** A condition and where it leads. */
    public record Case(Expression condition, Target target) {}
  }

  /** A jump. */
  record Goto(Target target) implements Step {}

  /**
   * Sends an approved template.
   *
   * @param language empty: the contact's
   */
  record SendTemplate(String template, Optional<String> language, TemplateTexts values, Target next)
      implements Step {}

  /** The values of a template's placeholders, by section. */
  record TemplateTexts(List<Text> header, List<Text> body, List<Text> buttons) {
    public TemplateTexts {
      header = List.copyOf(header);
      body = List.copyOf(body);
      buttons = List.copyOf(buttons);
    }
  }

  /**
   * Gives the conversation to a person and holds.
   *
   * @param accepted said when an agent accepts
   * @param unavailable when the team is closed or nobody can be asked
   * @param timeout when nobody accepts in time
   * @param returned where to go on when the agent is done
   * @param next where to go on where an exit names no target
   */
  record Handover(
      String team,
      Optional<Text> note,
      List<Text> labels,
      Optional<Text> priority,
      Optional<Text> accepted,
      Optional<Leave> unavailable,
      Optional<Timeout> timeout,
      Optional<Leave> returned,
      Target next)
      implements Step {

    public Handover {
      labels = List.copyOf(labels);
    }

    /** A last word and where to go on. */
    public record Leave(Optional<Text> say, Target goTo) {}

    /** How long is waited for an agent, and then. */
    public record Timeout(Duration after, Leave leave) {}
  }
}
