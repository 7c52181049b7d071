package dev.tapflow.flow;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** One step of a flow: one verb with its keys. Questions, which wait, are {@link Question}. */
public sealed interface Step permits Question, Step.Passing {

  /** A step that the conversation passes through, or that holds it without asking the customer. */
  sealed interface Passing extends Step {}

  /**
   * Sends a text, or media with the text as its caption, and goes on.
   *
   * @param text may be empty where there is media
   */
  record Say(Text text, Optional<Attachment> media, Target next) implements Passing {}

  /** Sends a button that opens an address, and goes on. */
  record Link(
      Text text,
      Optional<Header> header,
      Optional<Text> footer,
      Text url,
      Optional<Text> button,
      Target next)
      implements Passing {}

  /** Writes variables, in order. */
  record Set(List<Assignment> assignments, Target next) implements Passing {

    public Set {
      assignments = List.copyOf(assignments);
    }
  }

  /** The first case that holds wins. */
  record Branch(List<Case> cases, Target otherwise) implements Passing {

    public Branch {
      cases = List.copyOf(cases);
    }

    /** A condition and where it leads. */
    public record Case(Expression condition, Target target) {}
  }

  /** A choice by weight; the same contact always goes the same way at the same step. */
  record Split(List<Share> shares) implements Passing {

    public Split {
      shares = List.copyOf(shares);
    }

    /** A weight, at least 1, and where that share leads. */
    public record Share(int weight, Target target) {}
  }

  /** A jump. */
  record Goto(Target target) implements Passing {}

  /**
   * A sub-flow that comes back with a value.
   *
   * @param flow begins at its start, or at the step named
   * @param with variables it begins with; it has its own
   * @param save where the value it comes back with goes
   */
  record Call(StepRef flow, SequencedMap<String, Text> with, Optional<Variable> save, Target next)
      implements Passing {

    public Call {
      with = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(with));
    }
  }

  /** Sends an approved template that asks nothing. */
  record SendTemplate(TemplateCall template, Target next) implements Passing {}

  /** Labels the contact, for conditions ({@code contact.tags}) and for agents. */
  record Tag(List<Text> add, List<Text> remove, Target next) implements Passing {

    public Tag {
      add = List.copyOf(add);
      remove = List.copyOf(remove);
    }
  }

  /** Pauses until the earliest of its times. */
  record Wait(Moment until, Target next) implements Passing {}

  /** Starts a flow later, while the conversation goes on. */
  record Later(
      String name,
      StepRef flow,
      Moment when,
      SequencedMap<String, Text> with,
      boolean skipIfBusy,
      Target next)
      implements Passing {

    public Later {
      with = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(with));
    }
  }

  /** Takes back what a {@link Later} of this name has set. */
  record CancelLater(String name, Target next) implements Passing {}

  /**
   * Calls a service, after the commit, and goes on with its answer.
   *
   * @param method GET, POST, PUT, PATCH or DELETE
   * @param url values in it are percent-encoded, {@code ${raw(x)}} is not
   * @param query appended to the address, percent-encoded
   * @param body a map is sent as JSON, a text as it is
   * @param timeout of one attempt; empty: the built-in one, and the linter warns
   * @param onStatus where a status leads, before {@code onError}
   * @param onError no answer, or a status of 400 and more; the default of {@code bot.yaml} filled
   *     in
   */
  record Http(
      String method,
      Text url,
      SequencedMap<String, Text> query,
      SequencedMap<String, Text> headers,
      Optional<ValueTree> body,
      Optional<Duration> timeout,
      int retry,
      Optional<Duration> cache,
      Optional<Saving> save,
      Map<Integer, Target> onStatus,
      Optional<Target> onError,
      Target next)
      implements Passing {

    public Http {
      query = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(query));
      headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
      onStatus = Map.copyOf(onStatus);
    }

    /** What is kept of the answer. */
    public sealed interface Saving {

      /** Its body. */
      record Whole(Variable variable) implements Saving {}

      /** Values picked from it, with {@code response.*} in scope. */
      record Picked(List<Assignment> assignments) implements Saving {

        public Picked {
          assignments = List.copyOf(assignments);
        }
      }
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
      implements Passing {

    public Handover {
      labels = List.copyOf(labels);
    }

    /** A last word and where to go on. */
    public record Leave(Optional<Text> say, Target goTo) {}

    /** How long is waited for an agent, and then. */
    public record Timeout(Duration after, Leave leave) {}
  }
}
