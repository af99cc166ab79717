package com.accordenergie.auth.password;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with argon2id as OWASP asks for it: 19 MiB, two passes, one lane. That costs a
 * core some 40 ms and its memory bandwidth, so no more of them run at once than there are cores; who
 * would have to wait too long is told to come back.
 */
@Component
public class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /**
   * Of "nobody has this password", as {@link #hash} makes it: made here, it would cost each start half a
   * second.
   */
  static final String DECOY =
      "$argon2id$v=19$m=19456,t=2,p=1$N6sLCN10BNPTYPV3ciL/ZA$/A23qR+agl78UdXrZIYJ6xlubVT7i+GB1Z0gYidoLVA";

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  public String hash(String password) {
    return onACore(() -> argon2.encode(normalized(password)));
  }

  /** Takes the same time whether there is a hash to compare with or not. */
  public boolean matches(String password, Optional<String> hash) {
    boolean equal = onACore(() -> argon2.matches(normalized(password), hash.orElse(DECOY)));
    return equal && hash.isPresent();
  }

  private <T> T onACore(Supplier<T> work) {
    try {
      if (!cores.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new PasswordsBusyException();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PasswordsBusyException();
    }
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }

  /** An accent typed in one stroke or in two is the same accent. */
  private static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
