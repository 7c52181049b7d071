package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a mock is of the address that is called. */
class AddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://x.example/a?p=1&q=2 https://x.example/a?q=2&p=1",
        "https://x.example/a?p=1&p=1 https://x.example/a?p=1&p=1",
        "https://X.example:443/a https://x.example/a",
        "https://x.example https://x.example/",
        "https://x.example/a?p=%C3%A9%20b https://x.example/a?p=é%20b",
        "https://x.example/a?p=%2B336 https://x.example/a?p=+336",
        "https://x.example/a?p https://x.example/a?p=",
        "https://x.example/a?p=100%&q=%zz https://x.example/a?q=%zz&p=100%",
      })
  void isTheSame(String one, String other) {
    assertThat(Address.of(one)).isEqualTo(Address.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://x.example/a https://x.example/A",
        "https://x.example/a http://x.example/a",
        "https://x.example/a https://x.example/a/",
        "https://x.example/a?p=1 https://x.example/a?p=2",
        "https://x.example/a?p=1 https://x.example/a?p=1&p=1",
        "https://x.example/a https://x.example/a?p=1",
      })
  void isAnother(String one, String other) {
    assertThat(Address.of(one)).isNotEqualTo(Address.of(other));
  }
}
