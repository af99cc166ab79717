package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.vault.Vault;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places as partners hold them. They are sealed: bare places in the log would tell how much happens
 * in the house between two events of a partner's. All instances use the same key.
 */
@Component
class Seal {

  private final Vault vault;

  Seal(JdbcClient jdbc) {
    byte[] key = jdbc.sql("select secret from partner_key").query(byte[].class).single();
    vault = new Vault(new SecretKeySpec(key, "AES"));
  }

  /**
   * @param purpose what is sealed for one is not opened for another
   */
  String seal(String purpose, byte[] text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(text, purpose));
  }

  /** Empty for what was never sealed here for this purpose. */
  Optional<byte[]> open(String purpose, String text) {
    try {
      return vault.open(Base64.getUrlDecoder().decode(text), purpose);
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }
}
