package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a report tells, to people and to machines. */
class ReportTest {

  private static final String TESTS =
      """
      cases:
        - name: <ok> & "fine"
          steps:
            - user: hi
            - bot: any
            - tap: My orders
            - bot: [Which order?]
        - name: differs
          steps:
            - user: hi
            - bot: ["Hi there, this is <Acme> & Co\\u0001.", any]
      """;

  @Test
  void countsWhatIsCovered() {
    var coverage = Trials.run(TESTS).coverage();
    var shop = coverage.flows().getFirst();
    assertThat(shop.steps().covered()).isEqualTo(3);
    assertThat(shop.steps().all()).isEqualTo(7);
    assertThat(shop.steps().percent()).isEqualTo(42);
    assertThat(shop.steps().missing()).containsExactly("long_list", "news", "to_agent", "goodbye");
    assertThat(shop.options().missing())
        .containsExactly("main_menu.other", "main_menu.news", "long_list.north", "long_list.south");
    assertThat(shop.exits().missing())
        .containsExactly(
            "main_menu.wrong",
            "main_menu.remind",
            "main_menu.silence",
            "ask_order.answer",
            "to_agent.unavailable",
            "to_agent.timeout",
            "to_agent.accepted",
            "to_agent.returned");
  }

  @Test
  void countsExitsThatAreGone() {
    var coverage =
        Trials.run(
                """
                cases:
                  - name: all exits of the menu and the handover
                    steps:
                      - user: hi
                      - bot: any
                      - advance: 30m
                      - bot: any
                      - user: hi
                      - bot: any
                      - user: what
                      - user: what
                      - user: what
                      - bot: any
                      - advance: 15m
                      - bot: any
                      - user: agent
                      - agent: accepts
                      - agent: closes
                      - bot: any
                """)
            .coverage();
    assertThat(coverage.flows().getFirst().exits().missing())
        .containsExactly("ask_order.answer", "to_agent.unavailable");
  }

  @Test
  void showsTheConversationWithTheFirstDifferenceMarked() {
    var report = Trials.run(TESTS);
    assertThat(report.passed()).isFalse();
    assertThat(report.text())
        .contains("ok   shop.test.yaml: <ok> & \"fine\"")
        .contains("FAIL shop.test.yaml: differs")
        .contains("shop.test.yaml:11:9: message 1 is not as expected")
        .contains("  > bot   Hi there, this is Acme.\n")
        .contains("expected  \"Hi there, this is <Acme>")
        .contains("got       \"Hi there, this is Acme.\"")
        .contains("2 cases, 1 passed, 1 failed")
        .contains("42% (3 of 7)");
  }

  @Test
  void isXmlThatCanBeReadBack() throws Exception {
    var xml = parse(Trials.run(TESTS).junitXml());
    var root = xml.getDocumentElement();
    assertThat(root.getAttribute("tests")).isEqualTo("2");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    var first = element(xml, "testcase");
    assertThat(first.getAttribute("name")).isEqualTo("<ok> & \"fine\"");
    var failure = element(xml, "failure");
    assertThat(failure.getAttribute("message")).contains("shop.test.yaml:11:9");
    assertThat(failure.getTextContent()).contains("<Acme> & Co\uFFFD.").contains("  > bot");
  }

  @Test
  void tellsAFileThatCannotBeReadAsAnError() throws Exception {
    var report = Trials.run("cases:\n  - nmae: it\n    steps: []\n");
    assertThat(report.passed()).isFalse();
    assertThat(report.text())
        .contains("shop.test.yaml:2:5: error")
        .contains("did you mean \"name\"");
    var xml = parse(report.junitXml());
    assertThat(xml.getDocumentElement().getAttribute("errors")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("error").item(0).getTextContent()).contains("nmae");
  }

  private static Element element(Document xml, String name) {
    return xml.getElementsByTagName(name).item(0) instanceof Element element
        ? element
        : xml.getDocumentElement();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
