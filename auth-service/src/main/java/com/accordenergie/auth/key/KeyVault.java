package com.accordenergie.auth.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Keys drawn from the one secret of the installation (HKDF-SHA256, RFC 5869), one for each purpose,
 * and what is locked away with them (AES-256-GCM).
 */
@Component
public class KeyVault {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final byte[] secret;
  private final SecretKey sealing;
  private final SecureRandom random = new SecureRandom();

  KeyVault(KeyProperties properties) {
    this.secret = properties.secret().getBytes(StandardCharsets.UTF_8);
    this.sealing = keyFor("signing keys at rest", "AES");
  }

  /** The key for one purpose: the same in every instance, and unrelated to those for others. */
  public SecretKey keyFor(String purpose, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret)
                  .thenExpand(("accord " + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HKDF is part of the platform", impossible);
    }
  }

  /** Locks content away under a name; it opens under that name only. */
  byte[] seal(byte[] content, String name) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(content);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is part of the platform", impossible);
    }
  }

  byte[] open(byte[] sealed, String name) {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] content = new byte[parts.remaining()];
    parts.get(content);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(content);
    } catch (GeneralSecurityException foreign) {
      throw new IllegalStateException(
          "The signing keys in the database were locked away with another ACCORD_KEY_SECRET."
              + " Start with that one, or empty the table signing_key: everybody logs in again then.",
          foreign);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
