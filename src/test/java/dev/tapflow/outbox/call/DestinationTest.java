package dev.tapflow.outbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "https://shop.example,                 true,  shop.example,      443,  /",
    "HTTP://Shop.Example/a?b=c#d,          false, shop.example,      80,   /a?b=c",
    "http://localhost:9000/x%20y,          false, localhost,         9000, /x%20y",
    "http://shop.example.:80/,             false, shop.example,      80,   /",
    "http://my_service:8080/a,             false, my_service,        8080, /a",
    "http://[::1]:81/a,                    false, [::1],             81,   /a",
    "https://bücher.example/ü?q=é,         true,  xn--bcher-kva.example, 443, /%C3%BC?q=%C3%A9",
    "http://shop.example//a,               false, shop.example,      80,   //a",
    "http://127.1/,                        false, 127.1,             80,   /",
    "http://shop.example:/a,               false, shop.example,      80,   /a",
  })
  void isReadFromAnAddress(String url, boolean encrypted, String host, int port, String path) {
    assertThat(Destination.parse(url)).contains(new Destination(encrypted, host, port, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example/a",
        "/a",
        "ftp://shop.example/",
        "file:///etc/passwd",
        "gopher://shop.example/",
        "http:///a",
        "http://",
        "http:shop.example",
        "http://ana@shop.example/",
        "http://ana:pw@shop.example/",
        "http://shop.example@10.0.0.1/",
        "http://shop.example:70000/",
        "http://shop.example:0/",
        "http://shop.example:a/",
        "http://shop example/",
        "http://shop.example/a b",
        "http://shop.example\\@10.0.0.1/",
        "http://[fe80::1%25eth0]/",
        "http://\uE000token\uE001/",
      })
  void isNotReadFromAnythingElse(String url) {
    assertThat(Destination.parse(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/b,                     http://shop.example:81/b",
    "c,                      http://shop.example:81/a/c",
    "//other.example/d,      http://other.example/d",
    "https://other.example,  https://other.example/",
  })
  void isWhereARedirectLeads(String location, String expected) {
    var from = Destination.parse("http://shop.example:81/a/b?q=1").orElseThrow();

    assertThat(from.redirected(location)).isEqualTo(Destination.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x/", "file:///a", "http://a@b/", "javascript:alert(1)", "a b"})
  void isNotWhereABadRedirectLeads(String location) {
    assertThat(Destination.parse("http://shop.example/").orElseThrow().redirected(location))
        .isEmpty();
  }

  @Test
  void keepsThePathOutOfItsText() {
    assertThat(Destination.parse("https://shop.example/orders/A-1").orElseThrow())
        .hasToString("shop.example:443");
  }
}
