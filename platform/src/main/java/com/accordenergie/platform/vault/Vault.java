package com.accordenergie.platform.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What is locked away (AES-256-GCM), mostly with a key drawn for one purpose from the one secret of
 * the installation (HKDF-SHA256, RFC 5869). The same in every instance.
 */
public final class Vault {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final int SHORTEST_SECRET = 16;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret kept like a password
   * @param purpose what was locked away for one does not open for another
   */
  public Vault(String secret, String purpose) {
    this(keyFor(longEnough(secret), purpose, "AES"));
  }

  /** With a key of its own, of 256 bits. */
  public Vault(SecretKey key) {
    this.key = key;
  }

  private static String longEnough(String secret) {
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "ACCORD_KEY_SECRET must have at least " + SHORTEST_SECRET + " characters");
    }
    return secret;
  }

  /** The key for one purpose, unrelated to those for others. */
  public static SecretKey keyFor(String secret, String purpose, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                  .thenExpand(("accord " + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HKDF is part of the platform", impossible);
    }
  }

  /** Locks content away under a name; it opens under that name only. */
  public byte[] seal(byte[] content, String name) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(content);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is part of the platform", impossible);
    }
  }

  /** Empty for what was locked away with another secret, under another name, or not at all. */
  public Optional<byte[]> open(byte[] sealed, String name) {
    if (sealed.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, name)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException foreign) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
