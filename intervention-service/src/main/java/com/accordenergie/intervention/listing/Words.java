package com.accordenergie.intervention.listing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a text as the search knows them: without accents, without case, without the small
 * words of French. A reference stays in one piece, {@code int-2026-000123}.
 */
public final class Words {

  static final int MAX_LENGTH = 40;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD =
      Pattern.compile("(?<!\\w)(?:int-\\d{4}(?:-\\d+)?|\\d{4}-\\d{6,})(?!\\w)|[\\p{L}\\p{N}]+");
  private static final Set<String> SMALL =
      Set.of(
          "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du", "elle", "en", "est",
          "et", "il", "ils", "la", "le", "les", "leur", "leurs", "ne", "nous", "on", "ou", "par",
          "pas", "pour", "qu", "que", "qui", "sa", "se", "ses", "son", "sur", "un", "une", "vous");

  private Words() {}

  /** What is stored for an intervention. */
  public static Set<String> toStore(String reference, String... texts) {
    Set<String> stored = new LinkedHashSet<>(split(reference));
    stored.add(reference.substring(reference.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT));
    for (String text : texts) {
      split(text).stream().filter(word -> !isSmall(word)).forEach(stored::add);
    }
    return stored;
  }

  /** All words in their order, small ones included. */
  public static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    WORD.matcher(plain(text)).results().map(MatchResult::group).map(Words::whole).forEach(words::add);
    return words;
  }

  /** Too common, or too short, to tell one intervention from another. */
  static boolean isSmall(String word) {
    return word.codePointCount(0, word.length()) < 2 || SMALL.contains(word);
  }

  /** A year and a number, as said on the phone, are a reference. */
  private static String whole(String word) {
    String reference = word.matches("\\d{4}-\\d+") ? "int-" + word : word;
    int end = Math.min(reference.codePointCount(0, reference.length()), MAX_LENGTH);
    return reference.substring(0, reference.offsetByCodePoints(0, end));
  }

  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return ACCENTS
        .matcher(decomposed)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("œ", "oe")
        .replace("æ", "ae")
        .replace("ß", "ss");
  }
}
