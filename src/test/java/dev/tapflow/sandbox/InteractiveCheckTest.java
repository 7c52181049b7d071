package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractiveCheckTest {

  private static final String PRODUCTS = "{'catalog_id':'1','product_retailer_id':'a'}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the examples of Meta's and Octopods' pages
        """
        {"type":"list","header":{"type":"text","text":"Support"},"body":{"text":"Pick a topic"},
         "footer":{"text":"We answer 9–18 h"},"action":{"button":"Topics","sections":[
          {"title":"Orders","rows":[{"id":"t.track","title":"Track","description":"Where is it?"}]},
          {"title":"Billing","rows":[{"id":"t.invoice","title":"Invoice copy"}]}]}}
        """,
        """
        {"type":"flow","body":{"text":"Book a visit"},"action":{"name":"flow","parameters":{
          "flow_message_version":"3","flow_id":"991122","flow_cta":"Book",
          "flow_token":"conv-77.step-book.v3","mode":"published","flow_action":"navigate",
          "flow_action_payload":{"screen":"DATES","data":{"city":"Madrid"}}}}}
        """,
        """
        {"type":"button","header":{"type":"image","image":{"link":"https://cdn.example/x.png"}},
         "body":{"text":"Yes?"},"action":{"buttons":[
          {"type":"reply","reply":{"id":"yes","title":"Yes 👍"}},
          {"type":"reply","reply":{"id":"no","title":"No"}}]}}
        """,
        """
        {"type":"product","body":{"text":"This one"},
         "action":{"catalog_id":"1","product_retailer_id":"a"}}
        """,
        """
        {"type":"product_list","header":{"type":"text","text":"Ours"},"body":{"text":"These"},
         "action":{"catalog_id":"1","sections":[{"product_items":[{"product_retailer_id":"a"}]}]}}
        """,
        """
        {"type":"catalog_message","body":{"text":"All"},"action":{"name":"catalog_message",
         "parameters":{"thumbnail_product_retailer_id":"a"}}}
        """
      })
  void takesWhatTheVendorsShow(String message) {
    assertThat(refusal(message)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Octopods looks at the frame itself
        "1 | {'body':{'text':'b'},'action':{}}",
        "2 | {'type':'cta_url','body':{'text':'b'},'action':{}}",
        "2 | {'type':'location_request_message','body':{'text':'b'},'action':{}}",
        "2 | {'type':7,'body':{'text':'b'},'action':{}}",
        "1 | {'type':'button','action':{}}",
        "2 | {'type':'button','body':{'text':' '},'action':{}}",
        "2 | {'type':'button','body':{'text':5},'action':{}}",
        "1 | {'type':'button','body':{'text':'b'}}",
        "2 | {'type':'button','body':{'text':'b'},'action':[]}",
        "2 | {'type':'button','body':{'text':'b'},'footer':{'text':''},'action':{}}",
        "1 | {'type':'button','body':{'text':'b'},'footer':{},'action':{}}",
        "1 | {'type':'product','action':{'catalog_id':'1','product_retailer_id':'a'}}",
        // and at the header
        "8 | {'type':'button','header':{'type':'sticker'},'body':{'text':'b'},'action':{}}",
        "8 | {'type':'button','header':{'type':'text'},'body':{'text':'b'},'action':{}}",
        "8 | {'type':'button','header':{'type':'image','image':{'id':'1'}},'body':{'text':'b'},'action':{}}",
        "8 | {'type':'button','header':{'type':'image','image':{'link':'http://localhost/x'}},'body':{'text':'b'},'action':{}}",
        "8 | {'type':'button','header':{'type':'image','video':{'link':'https://a.example/x'}},'body':{'text':'b'},'action':{}}",
        "8 | {'type':'list','header':{'type':'image','image':{'link':'https://a.example/x'}},'body':{'text':'b'},'action':{}}",
        "8 | {'type':'product','header':{'type':'text','text':'h'},'body':{'text':'b'},'action':{}}",
        "8 | {'type':'catalog_message','header':{'type':'text','text':'h'},'body':{'text':'b'},'action':{}}",
        "1 | {'type':'product_list','body':{'text':'b'},'action':{}}",
        "8 | {'type':'product_list','header':{'type':'video','video':{'link':'https://a.example/x'}},'body':{'text':'b'},'action':{}}",
        // the rest only WhatsApp refuses
        "7 | {'type':'button','body':{'text':'b'},'action':{}}",
        "7 | {'type':'list','body':{'text':'b'},'action':{'button':'o','sections':[]}}",
        "7 | {'type':'product','body':{'text':'b'},'action':{'catalog_id':'1'}}",
        "7 | {'type':'catalog_message','body':{'text':'b'},'action':{'name':'catalogue'}}",
        "7 | {'type':'flow','body':{'text':'b'},'action':{'name':'flow'}}",
        "7 | {'type':'flow','body':{'text':'b'},'action':{'name':'flow','parameters':{'flow_message_version':'3','flow_cta':'c'}}}",
        "7 | {'type':'flow','body':{'text':'b'},'action':{'name':'flow','parameters':{'flow_message_version':'3','flow_cta':'c','flow_id':'1','flow_name':'n'}}}",
        "7 | {'type':'flow','body':{'text':'b'},'action':{'name':'flow','parameters':{'flow_message_version':'3','flow_cta':'c','flow_id':'1','flow_action_payload':{'screen':'S','data':{}}}}}",
      })
  void refusesWithTheCodeOf(int code, String message) {
    assertThat(refusal(message.replace('\'', '"')).flatMap(r -> Optional.ofNullable(r.code())))
        .contains(code);
  }

  @Test
  void countsCodePoints() {
    assertThat(refusal(button("id", "👍".repeat(20)))).isEmpty();
    assertThat(refusal(button("id", "👍".repeat(21)))).map(Refusal::code).contains(7);
  }

  @Test
  void holdsButtonsToTheirLimits() {
    assertThat(refusal(button("i".repeat(256), "t"))).isEmpty();
    assertThat(refusal(button("i".repeat(257), "t"))).isPresent();
    assertThat(refusal(button(" id", "t"))).isPresent();
    assertThat(refusal(button("id ", "t"))).isPresent();
    assertThat(refusal(button("id", "  "))).isPresent();
    assertThat(refusal(buttons(3))).isEmpty();
    assertThat(refusal(buttons(4))).isPresent();
  }

  @Test
  void wantsButtonsToDiffer() {
    assertThat(refusal(buttons("{'id':'a','title':'A'}", "{'id':'a','title':'B'}"))).isPresent();
    assertThat(refusal(buttons("{'id':'a','title':'A'}", "{'id':'b','title':'A'}"))).isPresent();
    assertThat(refusal(buttons("{'id':'a','title':'A'}", "{'id':'b','title':'a'}"))).isEmpty();
  }

  @Test
  void holdsTheFrameToItsLimits() {
    assertThat(refusal(framed("h".repeat(60), "b".repeat(1024), "f".repeat(60)))).isEmpty();
    assertThat(refusal(framed("h".repeat(61), "b", "f"))).isPresent();
    assertThat(refusal(framed("h", "b".repeat(1025), "f"))).isPresent();
    assertThat(refusal(framed("h", "b", "f".repeat(61)))).isPresent();
  }

  @Test
  void countsTheRowsOfAllSections() {
    assertThat(refusal(list(section("A", 0, 5), section("B", 5, 10)))).isEmpty();
    assertThat(refusal(list(section("A", 0, 5), section("B", 5, 11))))
        .map(Refusal::error)
        .hasValueSatisfying(error -> assertThat(error).contains("10 rows in total, and has 11"));
  }

  @Test
  void wantsRowIdsToDifferOverAllSections() {
    assertThat(refusal(list(section("A", 0, 2), section("B", 1, 3)))).isPresent();
  }

  @Test
  void wantsATitleWhereThereAreSeveralSections() {
    var untitled = "{'rows':[{'id':'x','title':'X'}]}";
    assertThat(refusal(list(untitled))).isEmpty();
    assertThat(refusal(list(section("A", 0, 1), untitled))).isPresent();
    assertThat(refusal(list(section("t".repeat(24), 0, 1)))).isEmpty();
    assertThat(refusal(list(section("t".repeat(25), 0, 1)))).isPresent();
  }

  @Test
  void holdsRowsToTheirLimits() {
    assertThat(refusal(row("i".repeat(200), "t".repeat(24), "d".repeat(72)))).isEmpty();
    assertThat(refusal(row("i".repeat(201), "t", "d"))).isPresent();
    assertThat(refusal(row("i", "t".repeat(25), "d"))).isPresent();
    assertThat(refusal(row("i", "t", "d".repeat(73)))).isPresent();
  }

  @Test
  void countsTheProductsOfAllSections() {
    assertThat(refusal(products(15, 15))).isEmpty();
    assertThat(refusal(products(16, 15))).isPresent();
  }

  private static String button(String id, String title) {
    return buttons("{'id':'%s','title':'%s'}".formatted(id, title));
  }

  private static String buttons(int count) {
    return buttons(
        IntStream.range(0, count)
            .mapToObj("{'id':'%1$d','title':'%1$d'}"::formatted)
            .toArray(String[]::new));
  }

  private static String buttons(String... replies) {
    var list =
        Arrays.stream(replies)
            .map("{'type':'reply','reply':%s}"::formatted)
            .collect(Collectors.joining(","));
    return "{'type':'button','body':{'text':'b'},'action':{'buttons':[%s]}}".formatted(list);
  }

  private static String framed(String header, String body, String footer) {
    return """
    {'type':'button','header':{'type':'text','text':'%s'},'body':{'text':'%s'},
     'footer':{'text':'%s'},
     'action':{'buttons':[{'type':'reply','reply':{'id':'i','title':'t'}}]}}
    """
        .formatted(header, body, footer);
  }

  private static String list(String... sections) {
    return "{'type':'list','body':{'text':'b'},'action':{'button':'o','sections':[%s]}}"
        .formatted(String.join(",", sections));
  }

  private static String section(String title, int from, int to) {
    var rows =
        IntStream.range(from, to)
            .mapToObj("{'id':'%1$d','title':'%1$d'}"::formatted)
            .collect(Collectors.joining(","));
    return "{'title':'%s','rows':[%s]}".formatted(title, rows);
  }

  private static String row(String id, String title, String description) {
    return list(
        "{'rows':[{'id':'%s','title':'%s','description':'%s'}]}".formatted(id, title, description));
  }

  private static String products(int... sizes) {
    var sections =
        IntStream.of(sizes)
            .mapToObj(
                size ->
                    "{'title':'t','product_items':[%s]}"
                        .formatted(String.join(",", Collections.nCopies(size, PRODUCTS))))
            .collect(Collectors.joining(","));
    return """
    {'type':'product_list','header':{'type':'text','text':'h'},'body':{'text':'b'},
     'action':{'catalog_id':'1','sections':[%s]}}
    """
        .formatted(sections);
  }

  private static Optional<Refusal> refusal(String message) {
    var json = message.contains("\"") ? message : message.replace('\'', '"');
    return InteractiveCheck.refusalOf(Part.root(Json.object(json).orElseThrow()));
  }
}
