package dev.tapflow.flow.vocabulary;

import java.util.regex.Pattern;

/** How the names in a map of named things look. */
public enum Naming {
  /** Of flows, steps, options, teams and the like. */
  NAME(Naming.PLAIN),
  /** Of steps: a name, and not {@code end}. */
  STEP("(?!end$)" + Naming.PLAIN),
  /** Of options: a name, and not {@code each}. */
  OPTION("(?!each$)" + Naming.PLAIN),
  /** Of contact fields, variables and constants, as expressions can hold them. */
  FIELD(Naming.WORD),
  /** {@code x} or {@code vars.x}. */
  GIVEN("(vars\\.)?" + Naming.WORD),
  /** {@code vars.x} or {@code contact.y}. */
  VARIABLE("(vars|contact)\\." + Naming.WORD),
  /** {@code step} or {@code flow#step}. */
  ADDRESS("(" + Naming.PLAIN + "#)?" + Naming.PLAIN),
  /** A language's code, {@code en} or {@code pt-BR}. */
  LANGUAGE("[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*"),
  /** Days of the week: {@code mon}, {@code mon-fri}, {@code sat, sun}. */
  DAYS(Naming.DAY + "([-,]\\s*" + Naming.DAY + ")*"),
  /** An HTTP status that a service answers with. */
  STATUS("[2-5][0-9]{2}"),
  /** An HTTP header. */
  HEADER("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}"),
  /** Where a text stands: {@code main_menu.options.orders.title}. */
  PATH(Naming.PLAIN + "(\\.[A-Za-z0-9_-]+)*"),
  /** Anything that can be written. */
  ANY(".*");

  private static final String PLAIN = "[a-z][a-z0-9_-]{0,39}";
  private static final String WORD = "[A-Za-z_][A-Za-z0-9_]{0,63}";
  private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";

  private final String regex;
  private final Pattern pattern;

  Naming(String regex) {
    this.regex = regex;
    this.pattern = Pattern.compile(regex);
  }

  /** For the whole name; in the words that ECMA-262 and Java share. */
  public String regex() {
    return regex;
  }

  public boolean fits(String name) {
    return pattern.matcher(name).matches();
  }
}
