package com.accordenergie.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final Passwords passwords = new Passwords();

  @Test
  void aHashSaysHowItWasMade() {
    assertThat(passwords.hash("quatre mots sans rapport"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void noTwoHashesAreAlike() {
    assertThat(passwords.hash("quatre mots sans rapport"))
        .isNotEqualTo(passwords.hash("quatre mots sans rapport"));
  }

  @Test
  void onlyTheSamePasswordMatches() {
    Optional<String> hash = Optional.of(passwords.hash("quatre mots sans rapport"));

    assertThat(passwords.matches("quatre mots sans rapport", hash)).isTrue();
    assertThat(passwords.matches("quatre mots sans rapports", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  @Test
  void anAccentIsAnAccentHoweverItIsTyped() {
    Optional<String> hash = Optional.of(passwords.hash("\u00e9t\u00e9 indien en fl\u00e8che"));

    assertThat(passwords.matches("e\u0301te\u0301 indien en fle\u0300che", hash)).isTrue();
  }

  @Test
  void withoutAHashNothingMatchesNotEvenTheDecoy() {
    String password = "nobody has this password";

    assertThat(passwords.matches(password, Optional.of(Passwords.DECOY))).isTrue();
    assertThat(passwords.matches(password, Optional.empty())).isFalse();
  }

  @Test
  void theDecoyIsMadeAsHashesAre() {
    String hash = passwords.hash("quatre mots sans rapport");

    assertThat(Passwords.DECOY)
        .startsWith(hash.substring(0, hash.indexOf("$", hash.indexOf("p=")) + 1))
        .hasSameSizeAs(hash);
  }

  /** The work is in the memory gone through, which no load on the machine changes. */
  @Test
  void comparingWithNothingTakesTheWorkOfComparing() {
    Optional<String> hash = Optional.of(passwords.hash("quatre mots sans rapport"));
    long known = memoryOf(() -> passwords.matches("something else entirely", hash));
    long unknown = memoryOf(() -> passwords.matches("something else entirely", Optional.empty()));

    assertThat(known).isGreaterThan(19L << 20);
    assertThat((double) unknown / known).isBetween(0.99, 1.01);
  }

  @Test
  void manyAtOnceWaitForACore() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results =
          IntStream.range(0, 12)
              .mapToObj(number -> threads.submit(() -> passwords.hash("password " + number)))
              .toList();
      for (Future<String> result : results) {
        assertThat(result.get()).isNotEmpty();
      }
    }
  }

  private static long memoryOf(Runnable work) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
