package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Question.Goods;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Content;
import dev.tapflow.message.Outbound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopTest {

  private final FlowFixture fixture = FlowFixture.flow("f").onAnyMessage();

  private Chat chat(Goods goods) {
    return new Chat(
            fixture
                .step(
                    "shop",
                    new Question.Shop(
                        FlowFixture.text("Our best"),
                        Optional.of(FlowFixture.text("Fresh")),
                        goods,
                        Optional.of(FlowFixture.variable("vars.cart")),
                        fixture.target("end"),
                        fixture.wrong(3, "", "Pick from the catalog."),
                        false))
                .build())
        .writes("x");
  }

  private static Outbound shown(Chat chat) {
    var message = chat.messages().toList().getLast().message();
    WhatsAppCheck.check(message);
    return message;
  }

  private static List<Text> items(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(it -> FlowFixture.text("sku" + it)).toList();
  }

  private static Goods.Shelf shelf(String title, List<Text> items) {
    return new Goods.Shelf(Optional.of(FlowFixture.text(title)), items);
  }

  @Test
  void oneProductSomeOrAll() {
    var catalog = FlowFixture.text("c1");
    assertThat(shown(chat(new Goods.One(catalog, FlowFixture.text("sku1")))))
        .isEqualTo(new Outbound.Product("Our best", Optional.of("Fresh"), "c1", "sku1"));
    assertThat(shown(chat(new Goods.All(Optional.of(FlowFixture.text("sku2"))))))
        .isEqualTo(new Outbound.Catalog("Our best", Optional.of("Fresh"), Optional.of("sku2")));
    var some =
        new Goods.Some(
            catalog,
            FlowFixture.text("Menu"),
            List.of(shelf("Bread", items(1, 2)), shelf("Cake", items(3, 3))));
    assertThat(shown(chat(some)))
        .isEqualTo(
            new Outbound.Products(
                "Menu",
                "Our best",
                Optional.of("Fresh"),
                "c1",
                List.of(
                    new Outbound.Shelf(Optional.of("Bread"), List.of("sku1", "sku2")),
                    new Outbound.Shelf(Optional.of("Cake"), List.of("sku3")))));
  }

  @Test
  void moreProductsThanFitAreCutAndThatIsNoted() {
    var some =
        new Goods.Some(
            FlowFixture.text("c1"),
            FlowFixture.text("x".repeat(99)),
            List.of(
                shelf("", items(1, 20)),
                shelf("Empty", List.of(FlowFixture.text("${vars.none}"))),
                shelf("Cake", items(21, 40)),
                shelf("Late", items(41, 42))));
    var chat = chat(some);

    var shelves = ((Outbound.Products) shown(chat)).shelves();
    assertThat(shelves).extracting(it -> it.items().size()).containsExactly(20, 10);
    assertThat(shelves.getFirst().title()).contains("…");
    assertThat(chat.last().trace())
        .anyMatch(it -> it instanceof Trace.Cut cut && cut.what().equals("products beyond 30"));
  }

  @Test
  void withoutAProductTheTextIsSaidAndThatIsNoted() {
    var chat = chat(new Goods.One(FlowFixture.text("c1"), FlowFixture.text("${vars.none}")));

    assertThat(chat.heard()).containsExactly("Our best");
    assertThat(chat.last().trace()).anyMatch(Trace.Failed.class::isInstance);
  }

  @Test
  void anOrderIsTheAnswerAndKeptAsAMap() {
    var chat = chat(new Goods.All(Optional.empty()));
    var item = new Content.Order.Item("sku1", 2, 3.5, "EUR");

    assertThat(chat.writes("two cakes").heard()).containsExactly("Pick from the catalog.");
    chat.sends(new Content.Order("c1", Optional.of("Quick!"), List.of(item)));
    assertThat(chat.at()).isEqualTo("end");
    var kept = Map.of("product", "sku1", "quantity", 2L, "price", 3.5, "currency", "EUR");
    assertThat(chat.var("cart"))
        .isEqualTo(Map.of("catalog", "c1", "text", "Quick!", "items", List.of(kept)));
  }

  @Test
  void anOrderIsNoAnswerToAnotherQuestion() {
    var chat =
        new Chat(fixture.menu("m", "Pick", Exits.BUILT_IN, fixture.option("a", "A", "end")).build())
            .writes("x");

    chat.sends(new Content.Order("c1", Optional.empty(), List.of()));
    assertThat(chat.heard()).containsExactly("Pick [A]");
    assertThat(chat.session().conversation().orElseThrow().input().kind()).isEqualTo("order");
    assertThat(((Waiting.ForAnswer) chat.waiting()).wrong()).isEqualTo(1);
  }
}
