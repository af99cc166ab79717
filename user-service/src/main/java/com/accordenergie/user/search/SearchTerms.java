package com.accordenergie.user.search;

import com.accordenergie.platform.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types into a search box: beginnings of words, all of which have to be found. A client
 * code and a telephone number count as one word, however they are grouped.
 *
 * @param words folded; empty when there was nothing but punctuation, which finds nothing
 */
public record SearchTerms(List<String> words) {

  private static final int MAX_CHARACTERS = 100;
  private static final int MAX_WORDS = 6;

  /** Begins like a number that is dialled, with a zero or a plus, and goes on into no letter. */
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\+[0-9]|0)(?:[ .()/-]{0,3}[0-9])*(?![\\p{L}\\p{N}])");

  private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\p{N}])cli[ -]?([0-9]+)");

  /** Null when nothing is searched. */
  public static @Nullable SearchTerms parse(@Nullable String query) {
    if (query == null || query.isBlank()) {
      return null;
    }
    if (query.length() > MAX_CHARACTERS) {
      throw Problems.malformed("?q", "It takes at most " + MAX_CHARACTERS + " characters.");
    }
    String folded = Words.fold(query);
    String withCodes = CODE.matcher(folded).replaceAll(found -> " " + code(found.group(1)) + " ");
    String withPhones = PHONE.matcher(withCodes).replaceAll(SearchTerms::phone);
    return new SearchTerms(Words.split(withPhones).distinct().limit(MAX_WORDS).toList());
  }

  /** The single word that a code such as {@code CLI-00012} is found by. */
  public static String codeWord(String code) {
    return code(code.substring(code.indexOf('-') + 1)).toLowerCase(Locale.ROOT);
  }

  /** Not to be mistaken for a name that begins with these letters, nor found by them alone. */
  private static String code(String digits) {
    return "x0cli" + digits;
  }

  private static String phone(MatchResult found) {
    return PhoneNumbers.word(found.group()).map(word -> " " + word + " ").orElse(" ");
  }
}
