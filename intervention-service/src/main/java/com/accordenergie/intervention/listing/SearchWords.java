package com.accordenergie.intervention.listing;

import com.accordenergie.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code q} asks for: every one of these words, the last of which may be unfinished. Small words are
 * kept nowhere, so they narrow nothing, be it the last one of a title such as "Chaudière 3".
 *
 * @param whole words that must be there as they are
 * @param unfinished the beginning of a word that must be there as well
 */
record SearchWords(List<String> whole, String unfinished) {

  private static final int MAX_CHARACTERS = 200;
  private static final int MAX_WORDS = 8;

  /** 422 when there is nothing to search for, or too much. */
  static SearchWords of(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw Problems.invalid("?q", "It takes at most " + MAX_CHARACTERS + " characters.");
    }
    List<String> words = new ArrayList<>(Words.split(text));
    if (words.isEmpty()) {
      throw Problems.invalid("?q", "It holds no word to search for.");
    }
    String last = words.getLast();
    words.removeIf(Words::isSmall);
    String unfinished = words.isEmpty() ? last : words.getLast();
    words.remove(unfinished);
    List<String> whole = words.stream().distinct().toList();
    if (whole.size() >= MAX_WORDS) {
      throw Problems.invalid("?q", "It takes at most " + MAX_WORDS + " words.");
    }
    return new SearchWords(whole, unfinished);
  }
}
