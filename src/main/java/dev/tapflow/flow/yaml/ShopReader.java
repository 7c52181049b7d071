package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Question.Goods;
import dev.tapflow.flow.Question.Goods.Shelf;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;

/** Reads the steps that show products: {@code product}, {@code products} and {@code catalog}. */
final class ShopReader {

  private static final Text NOTHING = new Text(List.of());
  private static final Vocabulary CATALOG_ID =
      Vocabulary.of("A catalog")
          .must("catalog", Scalar.VALUE, "Meta's id of the catalog.")
          .may("footer", Scalar.TEXT, "Below the text, at most 60 characters.");
  private static final Vocabulary SHELF =
      Vocabulary.of("A section of products")
          .may("title", Scalar.TEXT, "The heading, at most 24 characters.")
          .must("items", Kind.oneOrMore(Scalar.VALUE), "The catalog's ids of the products.");

  /** The keys of a {@code product} step. */
  static final Vocabulary PRODUCT =
      Vocabulary.of("A \"product\" step")
          .must("product", Scalar.TEXT, "Shows one product and waits for an order, a map.")
          .must("item", Scalar.VALUE, "The catalog's id of the product.")
          .and(CATALOG_ID)
          .and(StepKeys.QUESTION);

  /** The keys of a {@code products} step. */
  static final Vocabulary PRODUCTS =
      Vocabulary.of("A \"products\" step")
          .must("products", Scalar.TEXT, "Shows some products and waits for an order, a map.")
          .must("header", Scalar.TEXT, "Above the text, at most 60 characters.")
          .must("sections", Kind.listOf(SHELF), "The products, under headings; at most 30.")
          .and(CATALOG_ID)
          .and(StepKeys.QUESTION);

  /** The keys of a {@code catalog} step. */
  static final Vocabulary CATALOG =
      Vocabulary.of("A \"catalog\" step")
          .must("catalog", Scalar.TEXT, "Shows the whole catalog and waits for an order, a map.")
          .may("thumbnail", Scalar.VALUE, "The product whose picture stands for it.")
          .may("footer", Scalar.TEXT, "Below the text, at most 60 characters.")
          .and(StepKeys.QUESTION);

  private ShopReader() {}

  static Step product(Fields fields, Target next, Exits defaults) {
    var goods = new Goods.One(filled(fields, "catalog"), filled(fields, "item"));
    return shop("product", goods, fields, next, defaults);
  }

  static Step products(Fields fields, Target next, Exits defaults) {
    var goods =
        new Goods.Some(
            filled(fields, "catalog"), fields.text("header").orElse(NOTHING), shelves(fields));
    return shop("products", goods, fields, next, defaults);
  }

  static Step catalog(Fields fields, Target next, Exits defaults) {
    var goods = new Goods.All(fields.filled("thumbnail"));
    return shop("catalog", goods, fields, next, defaults);
  }

  private static Step shop(String verb, Goods goods, Fields fields, Target next, Exits defaults) {
    return new Question.Shop(
        StepReader.spoken(fields, verb),
        fields.text("footer"),
        goods,
        fields.variable("save"),
        next,
        ExitsReader.read(fields, defaults),
        CommandsSwitch.isOff(fields));
  }

  private static List<Shelf> shelves(Fields fields) {
    return fields.list("sections", "{ title: …, items: […] }").stream()
        .map(it -> Fields.of(it, SHELF, fields.page()))
        .map(it -> new Shelf(it.text("title"), it.values("items")))
        .toList();
  }

  private static Text filled(Fields fields, String key) {
    return fields.filled(key).orElse(NOTHING);
  }
}
