package dev.tapflow.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A step that waits for the customer's answer. */
public sealed interface Question extends Step {

  /** How it can be left other than by its answer. */
  Exits exits();

  /** Where the answer is kept. */
  Optional<Variable> save();

  /** Where an answer leads; an option may lead elsewhere. */
  Target next();

  /** True where words such as "menu" are answers and not commands. */
  boolean commandsOff();

  /** A question that is answered by choosing one of its options. */
  sealed interface ByOption extends Question {

    /** The options written in the flow, hidden ones too, in order; not those made from data. */
    List<Option> options();
  }

  /** Asks by options. */
  record Menu(
      Text body,
      Optional<Header> header,
      Optional<Text> footer,
      Optional<Text> button,
      Offer offer,
      Shape shape,
      Optional<Variable> save,
      Target next,
      Exits exits,
      boolean commandsOff)
      implements ByOption {

    @Override
    public List<Option> options() {
      return switch (offer) {
        case Offer.Written(var groups) ->
            groups.stream().flatMap(group -> group.options().stream()).toList();
        case Offer.FromData data -> data.more();
      };
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

  /**
   * Asks by a form, a WhatsApp Flow; the answer is a map.
   *
   * @param flowId Meta's id of the form
   * @param screen empty: the form's endpoint is asked for the first
   * @param data what the screen is given
   */
  record Form(
      Text body,
      Optional<Header> header,
      Optional<Text> footer,
      Optional<Text> button,
      Text flowId,
      Optional<Text> screen,
      SequencedMap<String, ValueTree> data,
      Optional<Variable> save,
      Target next,
      Exits exits,
      boolean commandsOff)
      implements Question {

    public Form {
      data = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(data));
    }
  }

  /** Shows products; the order that comes back is a map. */
  record Shop(
      Text body,
      Optional<Text> footer,
      Goods goods,
      Optional<Variable> save,
      Target next,
      Exits exits,
      boolean commandsOff)
      implements Question {}

  /** What a {@link Shop} shows. */
  sealed interface Goods {

    /** One product. */
    record One(Text catalog, Text item) implements Goods {}

    /** Some, under headings; the header is a must. */
    record Some(Text catalog, Text header, List<Shelf> shelves) implements Goods {

      public Some {
        shelves = List.copyOf(shelves);
      }
    }

    /** All that the business has; the thumbnail is a product whose picture stands for it. */
    record All(Optional<Text> thumbnail) implements Goods {}

    /** Products under one heading. */
    record Shelf(Optional<Text> title, List<Text> items) {

      public Shelf {
        items = List.copyOf(items);
      }
    }
  }

  /** An approved template whose quick replies are the options: the way back in. */
  record AskByTemplate(
      TemplateCall template,
      List<Option> options,
      Optional<Variable> save,
      Target next,
      Exits exits,
      boolean commandsOff)
      implements ByOption {

    public AskByTemplate {
      options = List.copyOf(options);
    }
  }
}
