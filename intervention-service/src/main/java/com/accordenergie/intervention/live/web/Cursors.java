package com.accordenergie.intervention.live.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places in the log as they are given away. They are sealed, and never twice the same: whoever could
 * compare two of them would know how much had happened in between, of which nothing was theirs to
 * see. All instances use the same key.
 */
@Component
class Cursors {

  private static final String ALGORITHM = "AES";

  /** One block, of which a part is random: nothing that a mode of chaining would add. */
  private static final String ONE_BLOCK = "AES/ECB/NoPadding";

  private static final int BLOCK = 16;
  private static final int ZERO = 0;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  Cursors(JdbcClient jdbc) {
    byte[] secret = jdbc.sql("select secret from live_key").query(byte[].class).single();
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  String seal(long offset) {
    byte[] block =
        ByteBuffer.allocate(BLOCK).putLong(offset).putInt(ZERO).putInt(random.nextInt()).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(apply(Cipher.ENCRYPT_MODE, block));
  }

  /** Empty for what was never sealed here. */
  OptionalLong open(String cursor) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException foreign) {
      return OptionalLong.empty();
    }
    if (sealed.length != BLOCK) {
      return OptionalLong.empty();
    }
    ByteBuffer block = ByteBuffer.wrap(apply(Cipher.DECRYPT_MODE, sealed));
    long offset = block.getLong();
    return block.getInt() == ZERO && offset >= 0 ? OptionalLong.of(offset) : OptionalLong.empty();
  }

  private byte[] apply(int mode, byte[] block) {
    try {
      Cipher cipher = Cipher.getInstance(ONE_BLOCK);
      cipher.init(mode, key);
      return cipher.doFinal(block);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
