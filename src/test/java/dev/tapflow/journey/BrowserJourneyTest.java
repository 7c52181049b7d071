package dev.tapflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A person at the phone page. Screenshots of each way are kept under {@code target/screenshots}.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserJourneyTest {

  @TestHTTPResource URI address;

  private Browser browser;
  private Page page;

  @BeforeAll
  void openBrowser() {
    browser = new Browser();
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void takeANewPhone() {
    page = browser.open(address.toString(), 1280, 900);
    page.getByTestId("add-customer").click();
    var number = "+" + Phone.aNewNumber();
    page.getByTestId("add-number").fill(number);
    page.getByTestId("add-name").fill("Ana");
    page.getByTestId("add-submit").click();
    assertThat(page.getByTestId("customer").filter(new Locator.FilterOptions().setHasText(number)))
        .hasAttribute("aria-pressed", "true");
  }

  @Test
  void tapsThroughAMenuAndSeesWhatTheConversationKnows() {
    types("hi");
    tap("My orders");

    hears("What is your order number?");
    assertThat(page.getByTestId("state-step")).containsText("ask_order");
    owner("bot");
    assertThat(page.getByTestId("transition").first()).containsText("My orders");
    keep("menu");
  }

  @Test
  void choosesFromAList() {
    types("clinic");
    hears("What can we do for you?");
    tap("Book a visit");
    hears("In which year");
    types("1985");
    hears("Who would you like to see?");

    page.getByTestId("list-open").last().click();
    page.getByTestId("row").filter(new Locator.FilterOptions().setHasText("Dr. Okafor")).click();
    keep("list-sheet");
    page.getByTestId("sheet-send").click();

    hears("what is the visit about?");
    assertThat(page.getByTestId("state-vars")).containsText("Dr. Okafor");
    assertThat(page.getByTestId("state-vars")).containsText("1985");
  }

  @Test
  void isHandedToAnAgentAndBack() {
    OfficeHours.areNow();
    types("hi");
    hears("How can we help?");
    types("agent");
    owner("asked");
    page.getByTestId("agent-accepts").click();
    owner("agent");
    keep("handover");

    page.getByTestId("agent-closes").click();

    owner("none");
    assertThat(page.getByTestId("agent-closes")).isDisabled();
    types("hi");
    hears("How can we help?");
  }

  @Test
  void letsTheWindowCloseAndComesBackByTheTemplate() {
    types("clinic");
    hears("What can we do for you?");

    page.getByTestId("advance-day").click();

    assertThat(page.locator("[data-testid=bubble][data-kind=template]")).isVisible();
    assertThat(page.getByTestId("state-window")).hasAttribute("data-open", "false");
    keep("window-closed");
    types("I am back");
    hears("What can we do for you?");
    assertThat(page.getByTestId("state-window")).hasAttribute("data-open", "true");
  }

  private void types(String text) {
    page.getByTestId("composer").fill(text);
    page.getByTestId("send").click();
  }

  private void tap(String title) {
    option(title).click();
  }

  private Locator option(String title) {
    return page.getByTestId("option").filter(new Locator.FilterOptions().setHasText(title)).last();
  }

  private void hears(String text) {
    assertThat(page.locator("[data-testid=bubble][data-from=business]").last()).containsText(text);
  }

  private void keep(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
  }

  private void owner(String word) {
    assertThat(page.getByTestId("state-owner")).hasAttribute("data-owner", word);
  }
}
