package dev.tapflow.flow.lint.length;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads an expression for the length of its value. It knows the forms that texts are made of; of
 * all else the length shows at run time. Whether the expression is good is for others to say.
 */
final class Terms {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_].*", Pattern.DOTALL);
  private static final Set<String> COMPARING =
      Set.of("==", "!=", "<", "<=", ">", ">=", "in", "&&", "||");
  private static final Set<String> COUNTING = Set.of("-", "*", "/", "%");
  private static final int DEEPEST = 40;

  /** Nobody writes longer ones into a text, and reading goes deeper with the length. */
  private static final int LONGEST = 1000;

  private final Tokens tokens;
  private final Function<String, Term> names;
  private int depth;

  private Terms(String source, Function<String, Term> names) {
    this.tokens = new Tokens(source);
    this.names = names;
  }

  /**
   * @param names the value under a dotted name
   */
  static Term of(String source, Function<String, Term> names) {
    if (source.length() > LONGEST) {
      return Term.OPEN;
    }
    var terms = new Terms(source, names);
    var term = terms.choice();
    return terms.tokens.isAtEnd() ? term : Term.OPEN;
  }

  private Term choice() {
    if (depth > DEEPEST) {
      return Term.OPEN;
    }
    depth++;
    var term = sequence();
    if (tokens.takeIf("?")) {
      var then = choice();
      term = tokens.takeIf(":") ? then.or(choice()) : Term.OPEN;
    }
    depth--;
    return term;
  }

  private Term sequence() {
    var term = single();
    while (true) {
      var operator = tokens.next();
      if (operator.equals("+")) {
        tokens.take();
        term = term.plus(single());
      } else if (COUNTING.contains(operator)) {
        tokens.take();
        single();
        term = Term.NUMBER;
      } else if (COMPARING.contains(operator)) {
        tokens.take();
        sequence();
        return Term.TRUTH;
      } else {
        return term;
      }
    }
  }

  private Term single() {
    if (tokens.takeIf("!")) {
      single();
      return Term.TRUTH;
    }
    if (tokens.takeIf("-")) {
      single();
      return Term.NUMBER;
    }
    var term = primary();
    while (tokens.next().equals("[") || tokens.next().equals(".")) {
      term = part(term);
    }
    return term;
  }

  /** An element of a list, or a method of what is no plain name. */
  private Term part(Term of) {
    if (tokens.takeIf("[")) {
      choice();
      tokens.takeIf("]");
      return Term.OPEN;
    }
    tokens.take();
    var name = tokens.take();
    return tokens.takeIf("(") ? Calls.method(name, of, arguments()) : Term.OPEN;
  }

  private Term primary() {
    var token = tokens.take();
    if (token.equals("(")) {
      var inner = choice();
      tokens.takeIf(")");
      return inner;
    }
    if (token.equals("[")) {
      elements();
      return Term.OPEN;
    }
    if (token.startsWith("'") || token.startsWith("\"")) {
      return Term.text(Length.of(token.substring(1, Math.max(1, token.length() - 1))));
    }
    if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
      return new Term(Length.of(token), true);
    }
    return NAME.matcher(token).matches() ? named(token.replaceAll("\\s", "")) : Term.OPEN;
  }

  private void elements() {
    while (!tokens.isAtEnd() && !tokens.takeIf("]")) {
      choice();
      // what is no element is passed over, so that this comes to an end
      if (!tokens.takeIf(",") && !tokens.next().equals("]")) {
        tokens.take();
      }
    }
  }

  private Term named(String name) {
    return switch (name) {
      case "true", "false" -> Term.TRUTH;
      case "null" -> Term.text(Length.NOTHING);
      default -> tokens.takeIf("(") ? call(name) : names.apply(name);
    };
  }

  private Term call(String name) {
    int dot = name.lastIndexOf('.');
    var arguments = arguments();
    return dot < 0 || name.startsWith("math.")
        ? Calls.function(name, arguments)
        : Calls.method(name.substring(dot + 1), names.apply(name.substring(0, dot)), arguments);
  }

  /** Up to the closing bracket, which is taken too. */
  private List<Term> arguments() {
    var arguments = new ArrayList<Term>();
    while (!tokens.isAtEnd() && !tokens.takeIf(")")) {
      arguments.add(choice());
      if (!tokens.takeIf(",") && !tokens.next().equals(")")) {
        tokens.take();
        arguments.add(Term.OPEN);
      }
    }
    return arguments;
  }
}
