package com.accordenergie.gateway.session;

import com.accordenergie.platform.vault.Vault;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * What a browser keeps for us without being able to read or change it: JSON Web Encryption with a
 * key of our own (RFC 7516, {@code dir}, AES-256-GCM), drawn from the shared secret for one purpose.
 */
final class Seal {

  private static final JWEHeader HEADER =
      new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

  private final DirectEncrypter encrypter;
  private final DirectDecrypter decrypter;

  Seal(String secret, String purpose) {
    SecretKey key = Vault.keyFor(secret, "gateway " + purpose, "AES");
    try {
      this.encrypter = new DirectEncrypter(key);
      this.decrypter = new DirectDecrypter(key);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("AES is part of the platform", impossible);
    }
  }

  String close(JWTClaimsSet content) {
    var sealed = new EncryptedJWT(HEADER, content);
    try {
      sealed.encrypt(encrypter);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return sealed.serialize();
  }

  /** Empty when it was not us, with this key and for this purpose, who closed it. */
  Optional<JWTClaimsSet> open(String sealed) {
    try {
      EncryptedJWT opened = EncryptedJWT.parse(sealed);
      opened.decrypt(decrypter);
      return Optional.ofNullable(opened.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalStateException foreign) {
      return Optional.empty();
    }
  }
}
