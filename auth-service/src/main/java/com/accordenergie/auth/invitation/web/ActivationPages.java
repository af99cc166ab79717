package com.accordenergie.auth.invitation.web;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.invitation.Activation;
import com.accordenergie.auth.page.Notice;
import com.accordenergie.auth.page.Page;
import com.accordenergie.auth.password.PasswordRules;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The page behind an invitation's link. */
@Page
class ActivationPages {

  private final Activation activation;

  ActivationPages(Activation activation) {
    this.activation = activation;
  }

  @GetMapping("/activate")
  ModelAndView open(@RequestParam(defaultValue = "") String token, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return activation
        .invited(token)
        .map(account -> form(account, token, HttpStatus.OK))
        .orElseGet(ActivationPages::opensNothing);
  }

  @PostMapping("/activate")
  ModelAndView choose(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String repeated,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    Optional<Account> invited = activation.invited(token);
    if (invited.isEmpty()) {
      return opensNothing();
    }
    Account account = invited.get();
    Optional<PasswordRules.Objection> objection =
        PasswordRules.objection(password, account.username());
    if (objection.isPresent()) {
      return refused(account, token, "passwordError", "password." + objection.get())
          .addObject("typed", PasswordRules.length(password));
    }
    if (!password.equals(repeated)) {
      return refused(account, token, "repeatedError", "activate.differs");
    }
    return activation.accept(token, password)
        ? new ModelAndView(new RedirectView("/login?activated"))
        : opensNothing();
  }

  private static ModelAndView refused(
      Account account, String token, String field, String words) {
    return form(account, token, HttpStatus.UNPROCESSABLE_CONTENT).addObject(field, words);
  }

  private static ModelAndView form(Account account, String token, HttpStatus status) {
    var page = new ModelAndView("activate");
    page.setStatus(status);
    return page.addObject("name", account.displayName())
        .addObject("username", account.username())
        .addObject("token", token)
        .addObject("shortest", PasswordRules.SHORTEST)
        .addObject("longest", PasswordRules.LONGEST);
  }

  private static ModelAndView opensNothing() {
    Notice notice = Notice.of(HttpStatus.GONE, "invitation").leadingTo("/login");
    var page = new ModelAndView("notice", "notice", notice);
    page.setStatus(notice.status());
    return page;
  }
}
