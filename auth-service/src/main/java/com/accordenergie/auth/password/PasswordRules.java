package com.accordenergie.auth.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a new password must be: long, and not the first thing that somebody would try. No rule asks
 * for capitals or signs; length is what counts (NIST SP 800-63B).
 */
public final class PasswordRules {

  public static final int SHORTEST = 12;
  public static final int LONGEST = 128;

  private static final int FEWEST_DIFFERENT = 5;

  /** Runs along the keyboard or the alphabet, forwards; each is looked at backwards too. */
  private static final List<String> RUNS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "azertyuiopqsdfghjklmwxcvbn",
          "qwertyuiopasdfghjklzxcvbnm",
          "01234567890123456789",
          "1234567890123456789");

  /** What people take when they are asked for something long, without digits and signs around it. */
  private static final Set<String> COMMON =
      Set.of(
          "motdepasse", "monmotdepasse", "motdepassemotdepasse", "password", "passwordpassword",
          "mypassword", "passw", "passe", "bonjour", "bonjourbonjour", "bienvenue", "welcome",
          "azerty", "azertyuiop", "azertyazerty", "qwerty", "qwertyuiop", "qwertyqwerty", "admin",
          "adminadmin", "administrateur", "administrator", "accord", "accordenergie",
          "accordaccord", "interventions", "accordinterventions", "energie", "chaudiere",
          "soleil", "doudou", "loulou", "chouchou", "jetaime", "iloveyou", "letmein", "changeme",
          "changemoi", "technicien", "intervenant", "standardiste", "client", "secret", "france");

  private PasswordRules() {}

  /** Its words are in {@code pages.properties}. */
  public enum Objection {
    TOO_SHORT,
    TOO_LONG,
    HOLDS_USERNAME,
    TOO_EASY
  }

  /** The first thing wrong with a password. */
  public static Optional<Objection> objection(String password, String username) {
    if (length(password) < SHORTEST) {
      return Optional.of(Objection.TOO_SHORT);
    }
    if (length(password) > LONGEST) {
      return Optional.of(Objection.TOO_LONG);
    }
    String plain = plain(password);
    if (contains(plain, plain(username))) {
      return Optional.of(Objection.HOLDS_USERNAME);
    }
    return isTrivial(plain) ? Optional.of(Objection.TOO_EASY) : Optional.empty();
  }

  /** In characters, as people count them. */
  public static int length(String password) {
    return password.codePointCount(0, password.length());
  }

  private static boolean contains(String password, String username) {
    return username.length() >= 3 && password.contains(username);
  }

  private static boolean isTrivial(String plain) {
    String letters = plain.replaceAll("[^a-z]", "");
    return plain.codePoints().distinct().count() < FEWEST_DIFFERENT
        || COMMON.contains(letters)
        || isRun(plain)
        || isRepetition(plain);
  }

  private static boolean isRun(String plain) {
    return RUNS.stream()
        .anyMatch(
            run -> run.contains(plain) || new StringBuilder(run).reverse().indexOf(plain) >= 0);
  }

  /** The same few characters over and over. */
  private static boolean isRepetition(String plain) {
    for (int period = 1; period <= plain.length() / 2; period++) {
      if (period <= 6 && plain.substring(period).equals(plain.substring(0, plain.length() - period))) {
        return true;
      }
    }
    return false;
  }

  /** Small letters without accents, so that a capital or an accent hides nothing. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
