package com.accordenergie.user.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text as it is compared in a search: without case, accents and punctuation. */
public final class Words {

  static final int MAX_LENGTH = 40;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  /** {@code "Hôtel de l'Œuvre"} as {@code "hotel de l'oeuvre"}. */
  public static String fold(String text) {
    String marked = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return MARKS.matcher(marked).replaceAll("").replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
  }

  /** Each word of the texts, once. */
  public static Set<String> of(@Nullable String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      if (text != null) {
        split(fold(text)).forEach(words::add);
      }
    }
    return words;
  }

  static Stream<String> split(String folded) {
    return Arrays.stream(BETWEEN_WORDS.split(folded))
        .filter(word -> !word.isEmpty())
        .map(word -> cut(word, MAX_LENGTH));
  }

  /** At most so many characters, as a column counts them. */
  public static String cut(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters));
  }
}
