package dev.tapflow.flow.lint.length;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long the texts of a folder can become. For one thread at a time. */
public final class Lengths {

  /** What is misspelt is found by others. */
  private static final Term UNKNOWN = Term.text(Length.NOTHING);

  private final Bot bot;
  private final Map<String, List<Source>> sources;
  private final Map<String, Term> variables = new HashMap<>();
  private final Map<String, Term> expressions = new HashMap<>();
  private final Set<String> inWork = new HashSet<>();

  public Lengths(Bot bot, Collection<Flow> flows) {
    this.bot = bot;
    this.sources = Sources.of(flows);
  }

  /** Of a text in one language. */
  public Length of(Text text) {
    return text.parts().stream()
        .map(
            part ->
                switch (part) {
                  case Text.Part.Literal(var written) -> Length.of(written);
                  case Text.Part.Inserted(var expression) -> term(expression.source()).length();
                })
        .reduce(Length.NOTHING, Length::and);
  }

  private Term term(String source) {
    var known = expressions.get(source);
    if (known != null) {
      return known;
    }
    var term = Terms.of(source, this::named);
    // what was met on the way round a circle is known in part only
    if (inWork.isEmpty()) {
      expressions.put(source, term);
    }
    return term;
  }

  private Term named(String name) {
    int dot = name.indexOf('.');
    var scope = dot < 0 ? name : name.substring(0, dot);
    var rest = dot < 0 ? "" : name.substring(dot + 1);
    return switch (scope) {
      case "contact" -> contact(rest);
      case "vars" -> rest.contains(".") ? Term.OPEN : variable(rest);
      case "bot" -> constant(rest);
      case "input" -> input(rest);
      case "hours" -> rest.endsWith(".open") ? Term.TRUTH : Term.TIME;
      case "window" -> rest.equals("open") ? Term.TRUTH : Term.TIME;
      case "now" -> Term.TIME;
      case "agent", "flow" -> Term.text(Length.TYPED);
      default -> Term.OPEN;
    };
  }

  private Term contact(String field) {
    if (field.equals("language")) {
      return Term.text(Length.exactly(10));
    }
    var declared = bot.contactFields().get(field);
    return declared == null ? UNKNOWN : contact(declared);
  }

  private static Term contact(ContactField field) {
    return field.max().isPresent() && field.type() == FieldType.TEXT
        ? Term.text(Length.exactly(field.max().get()))
        : Source.ofType(field.type());
  }

  private Term constant(String name) {
    var value = bot.values().get(name);
    return switch (value) {
      case null -> UNKNOWN;
      case Number number -> new Term(Length.of(number.toString()), true);
      default -> Term.text(Length.of(value.toString()));
    };
  }

  private static Term input(String name) {
    return switch (name) {
      case "option", "title" -> Term.text(new Length(0, 40, 0, false));
      case "kind", "outcome" -> Term.text(new Length(0, 10, 0, false));
      default -> Term.text(Length.TYPED);
    };
  }

  /** The longest that anything sets it to; what sets it by way of itself adds nothing. */
  private Term variable(String name) {
    var known = variables.get(name);
    if (known != null) {
      return known;
    }
    var written = sources.get(name);
    if (written == null) {
      return UNKNOWN;
    }
    if (!inWork.add(name)) {
      return new Term(Length.NOTHING, true);
    }
    var term = written.stream().map(this::of).reduce(Term::or).orElse(Term.OPEN);
    inWork.remove(name);
    if (inWork.isEmpty()) {
      variables.put(name, term);
    }
    return term;
  }

  private Term of(Source source) {
    return switch (source) {
      case Source.Known(var term) -> term;
      case Source.Computed(var text) ->
          text.asSingleExpression()
              .map(it -> term(it.source()))
              .orElseGet(() -> Term.text(of(text)));
    };
  }
}
