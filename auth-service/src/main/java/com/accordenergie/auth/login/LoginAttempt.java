package com.accordenergie.auth.login;

import com.accordenergie.auth.account.Account;
import com.accordenergie.platform.vault.Sha256;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who tries to log in, and from where: by what the patience with them is counted.
 *
 * @param device where this very name has logged in before; null for a stranger
 */
record LoginAttempt(String username, String address, @Nullable UUID device) {

  private static final Logger log = LoggerFactory.getLogger(LoginAttempt.class);

  /**
   * @param account that has this name. A new password makes every device a stranger: whoever knew the
   *     old one may have logged in with many
   */
  static LoginAttempt of(
      String username, LoginDetails details, Optional<Account> account, Instant now) {
    UUID device =
        account
            .flatMap(Account::passwordSetAt)
            .flatMap(
                since ->
                    details.devices().stream()
                        .filter(shown -> shown.knows(username, since, now))
                        .map(KnownDevice::id)
                        .findFirst())
            .orElse(null);
    return new LoginAttempt(username, details.address(), device);
  }

  /** The name, tried by whatever stranger, or else by this device. */
  byte[] nameSubject() {
    String name = "name " + username.toLowerCase(Locale.ROOT);
    return Sha256.of(device == null ? name : "device " + device + " " + name);
  }

  /** Of strangers only. Whoever has one IPv6 address has the other 2^64 of its network too. */
  Optional<byte[]> addressSubject() {
    if (device != null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          InetAddress.ofLiteral(address) instanceof Inet6Address wide
              ? Sha256.of("network " + HexFormat.of().formatHex(Arrays.copyOf(wide.getAddress(), 8)))
              : Sha256.of("address " + address));
    } catch (IllegalArgumentException unreadable) {
      log.warn("Not an address: {}", address);
      return Optional.of(Sha256.of("address " + address));
    }
  }
}
