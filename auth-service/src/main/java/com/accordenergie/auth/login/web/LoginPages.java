package com.accordenergie.auth.login.web;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.login.AccountPrincipal;
import com.accordenergie.auth.page.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The pages before and after logging in. */
@Page
class LoginPages {

  private final Accounts accounts;
  private final String home;

  LoginPages(Accounts accounts, @Value("${accord.issuer}") String issuer) {
    this.accounts = accounts;
    this.home = issuer + "/";
  }

  @GetMapping("/login")
  String login(
      @RequestParam(required = false) @Nullable String error,
      @RequestParam(required = false) @Nullable String expired,
      @RequestParam(required = false) @Nullable String activated,
      @RequestParam(required = false) @Nullable String logout,
      @SessionAttribute(name = LoginFailures.USERNAME, required = false) @Nullable String username,
      @Nullable Authentication current,
      Model model) {
    Optional<Account> account = accountOf(current);
    if (account.isPresent()) {
      return connected(account.get(), model);
    }
    model.addAttribute("message", LoginMessage.of(error, expired, activated, logout));
    model.addAttribute("username", username);
    return "login";
  }

  @GetMapping("/logout")
  String logout(@Nullable Authentication current, Model model) {
    return accountOf(current)
        .map(account -> confirmation(account, model))
        .orElse("redirect:/login");
  }

  private String connected(Account account, Model model) {
    model.addAttribute("name", account.displayName());
    model.addAttribute("home", home);
    return "connected";
  }

  private static String confirmation(Account account, Model model) {
    model.addAttribute("name", account.displayName());
    return "logout";
  }

  private Optional<Account> accountOf(@Nullable Authentication current) {
    return current != null && current.getPrincipal() instanceof AccountPrincipal somebody
        ? accounts.findById(somebody.account())
        : Optional.empty();
  }
}
