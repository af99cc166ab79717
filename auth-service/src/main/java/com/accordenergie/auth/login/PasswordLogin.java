package com.accordenergie.auth.login;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.password.Passwords;
import com.accordenergie.auth.password.PasswordsBusyException;
import com.accordenergie.platform.id.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * A name and a password, with {@link LoginDetails} of where they come from. Whether the name is
 * unknown, the password wrong or missing, or the account closed: the answer is the same, and takes
 * the same time.
 */
@Component
public class PasswordLogin implements AuthenticationProvider {

  private static final Logger log = LoggerFactory.getLogger(PasswordLogin.class);

  private final Accounts accounts;
  private final Passwords passwords;
  private final LoginAllowances allowances;
  private final Clock clock;

  PasswordLogin(
      Accounts accounts, Passwords passwords, LoginAllowances allowances, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.allowances = allowances;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication claimed) {
    var details = (LoginDetails) claimed.getDetails();
    Optional<Account> account = find(claimed.getName());
    var attempt = LoginAttempt.of(claimed.getName(), details, account, clock.instant());
    allowances.spend(attempt);
    if (!matches(claimed, account, attempt)) {
      log.info("A login from {} failed", attempt.address());
      throw new BadCredentialsException("Name or password are wrong");
    }
    allowances.restore(attempt);
    var principal = new AccountPrincipal(account.orElseThrow().id(), Ids.next());
    var login = Logins.byPassword(principal, clock.instant());
    // Set here; otherwise Spring copies the LoginDetails into the session.
    login.setDetails(details.address());
    return login;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private boolean matches(
      Authentication claimed, Optional<Account> account, LoginAttempt attempt) {
    String password = String.valueOf(claimed.getCredentials());
    try {
      return passwords.matches(password, account.flatMap(Account::usableHash));
    } catch (PasswordsBusyException busy) {
      allowances.refund(attempt);
      throw new LoginBusyException(busy);
    }
  }

  /**
   * A name that two people have for a moment opens neither account. What the database takes for the
   * same, accents and wide letters among it, is another name to the allowances, and so to us.
   */
  private Optional<Account> find(String username) {
    String exactly = username.toLowerCase(Locale.ROOT);
    List<Account> named =
        accounts.findByUsername(username).stream()
            .filter(account -> exactly.equals(account.username()))
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }
}
