package dev.tapflow.rehearsal;

import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Session;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an insertion in a test sees: the contact, the variables, the constants and the time. */
record TestScope(Bot bot, Optional<Session> session, Instant now) implements Scope {

  @Override
  public @Nullable Object value(String name) {
    var dot = name.indexOf('.');
    var rest = name.substring(dot + 1);
    return switch (dot < 0 ? name : name.substring(0, dot)) {
      case "now" -> now;
      case "bot" -> bot.values().get(rest);
      case "contact" -> session.map(it -> it.customer().fields().get(rest)).orElse(null);
      case "vars" ->
          session
              .flatMap(Session::conversation)
              .map(Conversation::vars)
              .map(it -> it.get(rest))
              .orElse(null);
      default -> null;
    };
  }

  @Override
  public Locale locale() {
    var language = session.map(it -> it.customer().language()).orElse("");
    return Locale.forLanguageTag(language.isEmpty() ? bot.defaultLanguage() : language);
  }

  @Override
  public ZoneId zone() {
    return bot.zone();
  }
}
