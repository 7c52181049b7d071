package dev.tapflow.outbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedHostsTest {

  @ParameterizedTest
  @CsvSource({
    // list, host, port, address, allowed
    "'',                   shop.example,      443,  8.8.8.8,         true",
    "'',                   shop.example,      443,  10.0.0.1,        false",
    "'',                   localhost,         80,   127.0.0.1,       false",
    "'',                   '[::1]',           80,   ::1,             false",
    "'*',                  shop.example,      443,  8.8.8.8,         true",
    "'*',                  shop.example,      443,  192.168.0.1,     false",
    "'*;localhost',        localhost,         8080, 127.0.0.1,       true",
    "'*;localhost',        shop.example,      443,  8.8.8.8,         true",
    "'*;localhost',        shop.example,      443,  127.0.0.1,       false",
    "shop.example,         shop.example,      443,  8.8.8.8,         true",
    "Shop.Example,         shop.example,      443,  8.8.8.8,         true",
    "shop.example,         other.example,     443,  8.8.8.8,         false",
    "shop.example,         www.shop.example,  443,  8.8.8.8,         false",
    "shop.example,         shop.example,      443,  10.0.0.1,        true",
    "shop.example,         shop.example,      443,  169.254.169.254, false",
    "shop.example:8443,    shop.example,      8443, 8.8.8.8,         true",
    "shop.example:8443,    shop.example,      443,  8.8.8.8,         false",
    "'*.example.com',      a.example.com,     443,  8.8.8.8,         true",
    "'*.example.com',      a.b.example.com,   443,  8.8.8.8,         true",
    "'*.example.com',      example.com,       443,  8.8.8.8,         false",
    "'*.example.com',      aexample.com,      443,  8.8.8.8,         false",
    "'*.example.com',      a.example.com,     443,  10.0.0.1,        false",
    "127.0.0.1:9000,       127.0.0.1,         9000, 127.0.0.1,       true",
    "127.0.0.1:9000,       127.0.0.1,         9001, 127.0.0.1,       false",
    "127.0.0.1:9000,       localhost,         9000, 127.0.0.1,       true",
    "'[::1]:9000',         '[::1]',           9000, ::1,             true",
    "'[::1]:9000',         '[::1]',           80,   ::1,             false",
    "::1,                  '[::1]',           80,   ::1,             true",
    "10.1.0.0/16,          db.internal,       80,   10.1.200.3,      true",
    "10.1.0.0/16,          db.internal,       80,   10.2.0.1,        false",
    "169.254.169.254,      169.254.169.254,   80,   169.254.169.254, true",
    "nonsense/entry,       shop.example,      443,  8.8.8.8,         false",
  })
  void saysWhoMayBeCalled(String list, String host, int port, String address, boolean isAllowed) {
    var allowed =
        AllowedHosts.of(Stream.of(list.split(";")).filter(entry -> !entry.isEmpty()).toList());

    assertThat(
            allowed.mayLookUp(host, port)
                && allowed.allows(host, port, InetAddress.ofLiteral(address)))
        .isEqualTo(isAllowed);
  }

  @Test
  void looksUpNoNameThatCannotBeAllowed() {
    assertThat(AllowedHosts.of(List.of("shop.example")).mayLookUp("other.example", 443)).isFalse();
  }

  @Test
  void tellsEntriesThatNobodyUnderstands() {
    assertThat(
            AllowedHosts.misspelt(
                List.of("shop.example", "https://shop.example", "a b", "*.x", "*x", "10.0.0.0/40")))
        .containsExactly("https://shop.example", "a b", "*x", "10.0.0.0/40");
  }
}
