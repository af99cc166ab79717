package com.accordenergie.platform.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language that somebody has chosen in this browser, on whichever of our pages: French unless it
 * was English. The web client reads and writes the same cookie.
 */
public final class ChosenLanguage {

  private static final String COOKIE = "accord-language";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private ChosenLanguage() {}

  public static LocaleResolver inCookie() {
    var resolver = new CookieLocaleResolver(COOKIE);
    resolver.setDefaultLocale(Locale.FRENCH);
    resolver.setRejectInvalidCookies(false);
    resolver.setCookieMaxAge(REMEMBERED);
    return resolver;
  }

  /** Of what we speak, the one that is asked for. */
  public static Locale of(String asked) {
    return asked.equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
  }
}
