package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Question.Goods;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Products as the message that shows them. */
final class Showcase {

  private final Draft draft;
  private final Rendering rendering;
  private final Trimmings trimmings;

  Showcase(Draft draft) {
    this.draft = draft;
    this.rendering = new Rendering(draft);
    this.trimmings = new Trimmings(draft, rendering);
  }

  List<Outbound> of(Question.Shop shop) {
    var body = trimmings.body(shop.body());
    var footer = trimmings.footer(shop.footer());
    var message =
        switch (shop.goods()) {
          case Goods.One one -> one(one, footer);
          case Goods.Some some -> some(some, footer);
          case Goods.All(var thumbnail) -> Optional.of(all(thumbnail, footer));
        };
    if (message.isEmpty()) {
      draft.failed("products", "no catalog or no product came out");
      return new Prompt(draft).texts(body);
    }
    return trimmings.under(body, message.get());
  }

  private Optional<Function<String, Outbound>> one(Goods.One one, Optional<String> footer) {
    var catalog = rendering.words(one.catalog());
    var item = rendering.words(one.item());
    return catalog.isEmpty() || item.isEmpty()
        ? Optional.empty()
        : Optional.of(body -> new Outbound.Product(body, footer, catalog.get(), item.get()));
  }

  private Optional<Function<String, Outbound>> some(Goods.Some some, Optional<String> footer) {
    var catalog = rendering.words(some.catalog());
    var shelves = shelves(some.shelves());
    if (catalog.isEmpty() || shelves.isEmpty()) {
      return Optional.empty();
    }
    var header = trimmings.title(some.header());
    return Optional.of(body -> new Outbound.Products(header, body, footer, catalog.get(), shelves));
  }

  private Function<String, Outbound> all(Optional<Text> thumbnail, Optional<String> footer) {
    var product = thumbnail.flatMap(rendering::words);
    return body -> new Outbound.Catalog(body, footer, product);
  }

  /** Those that have something on them, as many products as fit one message. */
  private List<Outbound.Shelf> shelves(List<Goods.Shelf> written) {
    var filled = new ArrayList<Goods.Shelf>();
    var products = new ArrayList<List<String>>();
    var room = WhatsAppLimits.PRODUCTS;
    for (var shelf : written) {
      var items = items(shelf.items());
      var fitting = items.subList(0, Math.min(room, items.size()));
      if (fitting.size() < items.size()) {
        draft.cut("products beyond " + WhatsAppLimits.PRODUCTS);
      }
      if (!fitting.isEmpty() && filled.size() < WhatsAppLimits.SECTIONS) {
        filled.add(shelf);
        products.add(fitting);
        room -= fitting.size();
      }
    }
    return titled(filled, products);
  }

  private List<Outbound.Shelf> titled(List<Goods.Shelf> shelves, List<List<String>> products) {
    var titled = new ArrayList<Outbound.Shelf>();
    for (int at = 0; at < shelves.size(); at++) {
      var title = trimmings.heading(shelves.get(at).title(), shelves.size() > 1);
      titled.add(new Outbound.Shelf(title, products.get(at)));
    }
    return titled;
  }

  /** An insertion may give a list: then each of its elements is a product. */
  private List<String> items(List<Text> written) {
    return written.stream()
        .map(rendering::value)
        .flatMap(value -> value instanceof List<?> several ? several.stream() : Stream.of(value))
        .map(value -> rendering.asText(value).strip())
        .filter(item -> !item.isEmpty())
        .distinct()
        .toList();
  }
}
