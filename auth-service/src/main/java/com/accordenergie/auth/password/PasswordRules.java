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

  /** The first thing wrong with a password, in words for whoever chose it. */
  public static Optional<String> objection(String password, String username) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(
          "Le mot de passe doit compter au moins %d caractères ; celui-ci en compte %d."
              .formatted(SHORTEST, length));
    }
    if (length > LONGEST) {
      return Optional.of("Le mot de passe ne peut pas dépasser %d caractères.".formatted(LONGEST));
    }
    String plain = plain(password);
    if (contains(plain, plain(username))) {
      return Optional.of("Le mot de passe ne doit pas contenir votre identifiant.");
    }
    if (isTrivial(plain)) {
      return Optional.of(
          "Ce mot de passe est trop facile à deviner. Essayez plutôt quatre mots sans rapport entre"
              + " eux.");
    }
    return Optional.empty();
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
