package dev.tapflow.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  private static final Optional<String> SECRET = Optional.of("secret");
  private static final byte[] BODY = "test".getBytes(UTF_8);

  /** The vector of the vendors' public kits. */
  private static final String RIGHT =
      "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914";

  @Test
  void provesTheVectorOfThePublicKits() {
    assertThat(Signature.proves(SECRET, RIGHT, BODY)).isTrue();
  }

  @Test
  void isOverTheBytesAsTheyCame() {
    // Given
    var escaped = "{\"body\":\"\\u00e4\\/\"}".getBytes(UTF_8);
    var writtenAgain = "{\"body\":\"ä/\"}".getBytes(UTF_8);
    var signature = Signed.header("secret", escaped);

    // Then
    assertThat(Signature.proves(SECRET, signature, escaped)).isTrue();
    assertThat(Signature.proves(SECRET, signature, writtenAgain)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha256=0329",
        "sha256=not hex",
        "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0915",
        "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914",
        "sha1=1aa349585ed7ecbd3b9c486a30067e395ca4b356"
      })
  void provesNothingElse(String header) {
    assertThat(Signature.proves(SECRET, header, BODY)).isFalse();
  }

  @Test
  void provesNothingWithoutASecret() {
    assertThat(Signature.proves(Optional.empty(), RIGHT, BODY)).isFalse();
  }
}
