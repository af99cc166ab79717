package com.accordenergie.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyVaultTest {

  private static final byte[] CONTENT = "a private key".getBytes(StandardCharsets.UTF_8);

  @Test
  void whatIsLockedAwayOpensInEveryInstance() {
    byte[] sealed = vault("a secret of the installation").seal(CONTENT, "key-1");

    assertThat(vault("a secret of the installation").open(sealed, "key-1")).isEqualTo(CONTENT);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("a private key");
  }

  @Test
  void anotherSecretOpensNothingAndSaysWhy() {
    byte[] sealed = vault("a secret of the installation").seal(CONTENT, "key-1");

    assertThatIllegalStateException()
        .isThrownBy(() -> vault("another secret altogether").open(sealed, "key-1"))
        .withMessageContaining("ACCORD_KEY_SECRET");
  }

  @Test
  void aKeyCannotTakeTheNameOfAnother() {
    byte[] sealed = vault("a secret of the installation").seal(CONTENT, "key-1");

    assertThatIllegalStateException()
        .isThrownBy(() -> vault("a secret of the installation").open(sealed, "key-2"));
  }

  @Test
  void eachPurposeHasAKeyOfItsOwn() {
    KeyVault vault = vault("a secret of the installation");

    assertThat(vault.keyFor("one thing", "AES")).isNotEqualTo(vault.keyFor("another", "AES"));
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vault("short"))
        .withMessageContaining("ACCORD_KEY_SECRET");
  }

  private static KeyVault vault(String secret) {
    return new KeyVault(
        new KeyProperties(secret, Duration.ofDays(90), Duration.ofMinutes(10), Duration.ofDays(1)));
  }
}
