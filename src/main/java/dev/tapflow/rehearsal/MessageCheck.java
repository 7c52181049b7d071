package dev.tapflow.rehearsal;

import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Speech;
import dev.tapflow.message.Outbound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds one expected message against the one that came. */
final class MessageCheck {

  private static final String OPTIONS = "options";

  private MessageCheck() {}

  static Optional<Difference> differs(Speech.Message told, Outbound got) {
    return switch (told) {
      case Speech.Message.Any _ -> Optional.empty();
      case Speech.Message.Plain(var text) -> plain(text, got);
      case Speech.Message.Told(var kind, var facets) when kind.isEmpty() ->
          Likeness.ofMessages().compare(facets, Facets.text(got));
      case Speech.Message.Told(var kind, var facets) -> told(kind, facets, got);
    };
  }

  static String shown(Speech.Message told) {
    return switch (told) {
      case Speech.Message.Any _ -> "any message";
      case Speech.Message.Plain(var text) -> "\"" + text + "\"";
      case Speech.Message.Told(_, var facets) -> Likeness.shown(facets);
    };
  }

  private static Optional<Difference> plain(String text, Outbound got) {
    return switch (got) {
      case Outbound.Text(var body) -> text(text, body);
      case Outbound.LocationRequest(var body) -> text(text, body);
      case Outbound.Media _,
          Outbound.Buttons _,
          Outbound.Options _,
          Outbound.Template _,
          Outbound.Form _,
          Outbound.Product _,
          Outbound.Products _,
          Outbound.Catalog _,
          Outbound.Link _ ->
          Optional.of(new Difference("", "the text \"" + text + "\"", kind(got)));
    };
  }

  private static Optional<Difference> text(String told, String got) {
    return Likeness.sameText(told, got)
        ? Optional.empty()
        : Optional.of(new Difference("", "\"" + told + "\"", "\"" + got + "\""));
  }

  private static Optional<Difference> told(String kind, Datum.Entries told, Outbound got) {
    var facets = Facets.of(got);
    var isMedia = kind.equals("say") && got instanceof Outbound.Media;
    if (!facets.containsKey(kind) && !isMedia) {
      return Optional.of(new Difference("", Likeness.shown(told), kind(got)));
    }
    var compared = Likeness.ofMessages().compare(told, facets);
    return compared.isPresent() && Facets.endsWithPageRow(got)
        ? Likeness.ofMessages().compare(told, withoutPageRow(facets)).isEmpty()
            ? Optional.empty()
            : compared
        : compared;
  }

  /** The row that leads to the next page is none of the flow's options. */
  private static Map<String, Object> withoutPageRow(Map<String, Object> facets) {
    var fewer = new LinkedHashMap<>(facets);
    if (fewer.get(OPTIONS) instanceof List<?> options) {
      fewer.put(OPTIONS, options.subList(0, options.size() - 1));
    }
    return fewer;
  }

  private static String kind(Outbound got) {
    var kind =
        switch (got) {
          case Outbound.Text _ -> "the text";
          case Outbound.LocationRequest _ -> "the request for a location";
          case Outbound.Media media -> "the " + media.kind().name().toLowerCase(Locale.ROOT);
          case Outbound.Buttons _ -> "the menu with buttons";
          case Outbound.Options _ -> "the menu as a list";
          case Outbound.Template _ -> "the template";
          case Outbound.Form _ -> "the form";
          case Outbound.Product _ -> "the product";
          case Outbound.Products _ -> "the products";
          case Outbound.Catalog _ -> "the catalog";
          case Outbound.Link _ -> "the link";
        };
    return kind + " \"" + Shown.of(got) + "\"";
  }
}
