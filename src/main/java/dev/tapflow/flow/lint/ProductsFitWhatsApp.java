package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.message.WhatsAppLimits;
import java.util.List;
import java.util.stream.Stream;

/** Lists of products have as many products and sections as WhatsApp shows. */
final class ProductsFitWhatsApp implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder)
        .filter(it -> !folder.doubtful().contains(it.flow()))
        .flatMap(
            it ->
                it.step() instanceof Question.Shop shop
                        && shop.goods() instanceof Question.Goods.Some some
                    ? check(folder, it, some.shelves())
                    : Stream.empty());
  }

  private static Stream<Finding> check(
      ReadFolder folder, Steps.Located step, List<Question.Goods.Shelf> shelves) {
    int products = shelves.stream().mapToInt(it -> it.items().size()).sum();
    var found = Stream.<Finding>builder();
    if (products > WhatsAppLimits.PRODUCTS) {
      found.add(
          finding(
              folder,
              step,
              "too-many-products",
              "%d products; WhatsApp shows at most %d in one message"
                  .formatted(products, WhatsAppLimits.PRODUCTS)));
    }
    if (shelves.size() > WhatsAppLimits.SECTIONS) {
      found.add(
          finding(
              folder,
              step,
              "too-many-sections",
              "%d sections; WhatsApp shows at most %d"
                  .formatted(shelves.size(), WhatsAppLimits.SECTIONS)));
    }
    if (shelves.size() > 1 && shelves.stream().anyMatch(it -> it.title().isEmpty())) {
      found.add(
          finding(folder, step, "untitled-section", "Of several sections each needs a title"));
    }
    if (shelves.isEmpty() || shelves.stream().anyMatch(it -> it.items().isEmpty())) {
      found.add(
          finding(
              folder, step, "empty-section", "A section without products is refused by WhatsApp"));
    }
    return found.build();
  }

  private static Finding finding(
      ReadFolder folder, Steps.Located step, String code, String message) {
    return Findings.error(
        folder, code, folder.sources().key(step.flow(), step.path("products")), message);
  }
}
