package dev.tapflow.rehearsal;

import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message taken apart into what a test can compare, by the names that steps have for it. */
final class Facets {

  private Facets() {}

  static SequencedMap<String, Object> of(Outbound message) {
    var facets = new LinkedHashMap<String, Object>();
    switch (message) {
      case Outbound.Text(var body) -> {
        facets.put("say", body);
        facets.put("ask", body);
      }
      case Outbound.LocationRequest(var body) -> {
        facets.put("say", body);
        facets.put("ask", body);
        facets.put("type", "location");
      }
      case Outbound.Media media -> {
        media.caption().ifPresent(it -> facets.put("say", it));
        facets.put("media", Map.of(kind(media), media.url()));
      }
      case Outbound.Buttons menu -> buttons(facets, menu);
      case Outbound.Options menu -> list(facets, menu);
      case Outbound.Template template -> template(facets, template);
      case Outbound.Form form -> form(facets, form);
      case Outbound.Product product -> {
        facets.put("product", product.body());
        product.footer().ifPresent(it -> facets.put("footer", it));
        facets.put("catalog", product.catalog());
        facets.put("item", product.item());
      }
      case Outbound.Products products -> products(facets, products);
      case Outbound.Catalog catalog -> {
        facets.put("catalog", catalog.body());
        catalog.footer().ifPresent(it -> facets.put("footer", it));
        catalog.thumbnail().ifPresent(it -> facets.put("thumbnail", it));
      }
      case Outbound.Link link -> {
        facets.put("link", link.body());
        header(facets, link.header());
        link.footer().ifPresent(it -> facets.put("footer", it));
        facets.put("url", link.url());
        facets.put("button", link.button());
      }
    }
    return facets;
  }

  /** What a customer reads first; empty where there is nothing but a picture. */
  static String text(Outbound message) {
    return switch (message) {
      case Outbound.Text(var body) -> body;
      case Outbound.LocationRequest(var body) -> body;
      case Outbound.Media media -> media.caption().orElse("");
      case Outbound.Buttons menu -> menu.body();
      case Outbound.Options menu -> menu.body();
      case Outbound.Template _ -> "";
      case Outbound.Form form -> form.body();
      case Outbound.Product product -> product.body();
      case Outbound.Products products -> products.body();
      case Outbound.Catalog catalog -> catalog.body();
      case Outbound.Link link -> link.body();
    };
  }

  /** What can be tapped on it. */
  static List<Outbound.Choice> choices(Outbound message) {
    return switch (message) {
      case Outbound.Buttons menu -> menu.choices();
      case Outbound.Options menu ->
          menu.sections().stream().flatMap(it -> it.choices().stream()).toList();
      case Outbound.Template template -> template.replies();
      case Outbound.Text _,
          Outbound.LocationRequest _,
          Outbound.Media _,
          Outbound.Form _,
          Outbound.Product _,
          Outbound.Products _,
          Outbound.Catalog _,
          Outbound.Link _ ->
          List.of();
    };
  }

  /** True where the last option is not the flow's own: it leads to the next page of a long list. */
  static boolean endsWithPageRow(Outbound message) {
    var choices = choices(message);
    return !choices.isEmpty()
        && ReplyId.parse(choices.getLast().id()).orElse(null) instanceof ReplyId.Page;
  }

  static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text -> text;
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(it -> it.getKey() + ": " + shown(it.getValue()))
              .collect(Collectors.joining(", "));
      case List<?> list -> list.stream().map(Facets::shown).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  private static void buttons(Map<String, Object> facets, Outbound.Buttons menu) {
    facets.put("menu", menu.body());
    header(facets, menu.header());
    menu.footer().ifPresent(it -> facets.put("footer", it));
    facets.put("options", menu.choices().stream().map(Facets::option).toList());
    facets.put("as", "buttons");
  }

  private static void list(Map<String, Object> facets, Outbound.Options menu) {
    facets.put("menu", menu.body());
    header(facets, menu.header());
    menu.footer().ifPresent(it -> facets.put("footer", it));
    facets.put("options", choices(menu).stream().map(Facets::option).toList());
    facets.put("as", "list");
    facets.put("button", menu.button());
    facets.put("sections", menu.sections().stream().map(Facets::section).toList());
  }

  private static Map<String, Object> section(Outbound.Section section) {
    var facets = new LinkedHashMap<String, Object>();
    section.title().ifPresent(it -> facets.put("title", it));
    facets.put("options", section.choices().stream().map(Facets::option).toList());
    return facets;
  }

  private static Map<String, Object> option(Outbound.Choice choice) {
    var facets = new LinkedHashMap<String, Object>();
    facets.put("title", choice.title());
    choice.description().ifPresent(it -> facets.put("description", it));
    return facets;
  }

  private static void template(Map<String, Object> facets, Outbound.Template template) {
    facets.put("template", template.name());
    facets.put("lang", template.language());
    var values = new LinkedHashMap<String, Object>();
    values.put("header", template.values().header());
    values.put("body", template.values().body());
    values.put("buttons", template.values().buttons());
    values.values().removeIf(it -> ((List<?>) it).isEmpty());
    if (!values.isEmpty()) {
      facets.put("values", values);
    }
    template.header().ifPresent(it -> facets.put("media", header(it)));
    if (!template.replies().isEmpty()) {
      facets.put("options", template.replies().stream().map(Facets::option).toList());
    }
  }

  private static void form(Map<String, Object> facets, Outbound.Form form) {
    facets.put("form", form.body());
    header(facets, form.header());
    form.footer().ifPresent(it -> facets.put("footer", it));
    facets.put("button", form.button());
    facets.put("flow_id", form.flowId());
    form.screen().ifPresent(it -> facets.put("screen", it));
    if (!form.data().isEmpty()) {
      facets.put("data", form.data());
    }
  }

  private static void products(Map<String, Object> facets, Outbound.Products products) {
    facets.put("products", products.body());
    facets.put("header", products.header());
    products.footer().ifPresent(it -> facets.put("footer", it));
    facets.put("catalog", products.catalog());
    facets.put("sections", products.shelves().stream().map(Facets::shelf).toList());
  }

  private static Map<String, Object> shelf(Outbound.Shelf shelf) {
    var facets = new LinkedHashMap<String, Object>();
    shelf.title().ifPresent(it -> facets.put("title", it));
    facets.put("items", shelf.items());
    return facets;
  }

  private static void header(Map<String, Object> facets, Optional<Outbound.Header> header) {
    header.ifPresent(it -> facets.put("header", header(it)));
  }

  private static Object header(Outbound.Header header) {
    return switch (header) {
      case Outbound.Header.Words(var text) -> text;
      case Outbound.Header.Picture(var url) -> Map.of("image", url);
      case Outbound.Header.Film(var url) -> Map.of("video", url);
      case Outbound.Header.Paper(var url) -> Map.of("document", url);
    };
  }

  private static String kind(Outbound.Media media) {
    return media.kind().name().toLowerCase(Locale.ROOT);
  }
}
