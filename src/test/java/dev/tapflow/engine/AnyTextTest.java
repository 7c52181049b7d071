package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Question.Goods;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outgoing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a flow's texts come out as, WhatsApp takes what is sent. */
class AnyTextTest {

  /** Texts one after the other, again and again. */
  private static final class Texts {
    private final List<String> texts;
    private int at;

    Texts(List<String> texts) {
      this.texts = texts;
    }

    String word() {
      return texts.get(at++ % texts.size());
    }

    Text next() {
      return Text.literal(word());
    }

    Optional<Text> maybe() {
      return Optional.of(next());
    }
  }

  @Property(tries = 60)
  void isMadeToFit(@ForAll("texts") List<String> texts, @ForAll("texts") List<String> typed) {
    for (var step : steps(new Texts(texts))) {
      var fixture = FlowFixture.flow("f").onAnyMessage();
      var listing = new Listing(elements(texts));
      var chat =
          listing.chat(fixture.step("q", step).say("chosen", "C", "end").say("none", "N", "end"));
      check(chat.writes("x"));
      for (var words : typed) {
        check(chat.writes(words));
      }
    }
  }

  private static void check(Chat chat) {
    chat.messages().map(Outgoing::message).forEach(WhatsAppCheck::check);
    assertThat(chat.messages()).hasSizeLessThan(12);
  }

  private static List<Object> elements(List<String> texts) {
    var elements = new ArrayList<Object>();
    for (int at = 0; at < texts.size() * 3; at++) {
      var text = texts.get(at % texts.size());
      elements.add(Map.of("code", text, "name", text, "street", text));
    }
    return elements;
  }

  private static List<Step> steps(Texts texts) {
    var fixture = FlowFixture.flow("f");
    var end = fixture.target("end");
    var exits =
        new Exits(
            new Exits.Wrong(List.of(texts.next()), 99, Optional.empty()),
            Optional.empty(),
            Exits.Stale.REROUTE,
            new Exits.Undelivered.Hold());
    var picture = new Attachment(Attachment.Kind.IMAGE, Text.literal("https://x/" + texts.word()));
    return List.of(
        new Step.Say(texts.next(), Optional.of(picture), end),
        new Step.Link(
            texts.next(),
            Optional.of(new Header.Words(texts.next())),
            texts.maybe(),
            Text.literal("https://x/" + texts.word()),
            texts.maybe(),
            end),
        menu(texts, new Header.Media(picture), written(texts, 3), exits),
        menu(texts, new Header.Words(texts.next()), written(texts, 25), exits),
        Listing.menu(texts.next(), Listing.offer(fixture), Question.Shape.AUTO, exits),
        new Question.Ask(
            texts.next(), AnswerType.LOCATION, List.of(), Optional.empty(), end, exits, false),
        new Question.Form(
            texts.next(),
            Optional.of(new Header.Media(picture)),
            texts.maybe(),
            texts.maybe(),
            texts.next(),
            texts.maybe(),
            new LinkedHashMap<>(),
            Optional.empty(),
            end,
            exits,
            false),
        shop(texts, new Goods.One(texts.next(), texts.next()), exits),
        shop(texts, new Goods.All(texts.maybe()), exits),
        shop(texts, new Goods.Some(texts.next(), texts.next(), shelves(texts)), exits),
        new Question.AskByTemplate(
            new TemplateCall(
                "come_back",
                Optional.empty(),
                List.of(texts.next()),
                List.of(texts.next()),
                List.of(),
                Optional.of(picture)),
            List.of(fixture.option("a", texts.word(), "end")),
            Optional.empty(),
            end,
            exits,
            false));
  }

  private static Question menu(Texts texts, Header header, Offer offer, Exits exits) {
    return new Question.Menu(
        texts.next(),
        Optional.of(header),
        texts.maybe(),
        texts.maybe(),
        offer,
        Question.Shape.AUTO,
        Optional.empty(),
        FlowFixture.flow("f").target("end"),
        exits,
        false);
  }

  private static Offer written(Texts texts, int count) {
    var groups = new ArrayList<Option.Group>();
    for (int at = 0; at < count; at += 3) {
      groups.add(
          new Option.Group(
              count > 3 ? texts.maybe() : Optional.empty(),
              List.of(option(texts, at), option(texts, at + 1), option(texts, at + 2))));
    }
    return new Offer.Written(groups);
  }

  private static Option option(Texts texts, int number) {
    return new Option(
        "o" + number,
        texts.next(),
        number % 2 == 0 ? Optional.empty() : texts.maybe(),
        List.of(texts.word()),
        Optional.empty(),
        List.of(),
        FlowFixture.flow("f").target("end"),
        Optional.empty(),
        number % 7 == 6);
  }

  private static Question shop(Texts texts, Goods goods, Exits exits) {
    return new Question.Shop(
        texts.next(),
        texts.maybe(),
        goods,
        Optional.empty(),
        FlowFixture.flow("f").target("end"),
        exits,
        false);
  }

  private static List<Goods.Shelf> shelves(Texts texts) {
    var shelves = new ArrayList<Goods.Shelf>();
    for (int at = 0; at < 12; at++) {
      var items = new ArrayList<Text>();
      for (int item = 0; item < 4; item++) {
        items.add(Text.literal(texts.word() + at + item));
      }
      shelves.add(new Goods.Shelf(at == 0 ? Optional.empty() : texts.maybe(), items));
    }
    return shelves;
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(30),
            Arbitraries.of(
                "", " ", "\u00a0", "…", ".", "..a", "1", "More…", "A", "a", "Á", "👍", "x\ny"),
            Arbitraries.strings().withCharRange('a', 'c').ofLength(23),
            Arbitraries.strings().withCharRange('a', 'b').withChars(' ').ofLength(1500),
            Arbitraries.just("😀".repeat(1200)),
            Arbitraries.just("word ".repeat(900)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
