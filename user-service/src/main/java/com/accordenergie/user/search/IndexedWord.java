package com.accordenergie.user.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A word as its table keeps it.
 *
 * @param shared how many letters it begins with that the owner's word before it begins with too.
 *     Whoever searches a longer beginning meets this word first of all that fit, and so meets each
 *     owner exactly once, without a look at its other words
 */
public record IndexedWord(String word, int shared) {

  /** The words of one owner. */
  public static List<IndexedWord> of(Collection<String> words) {
    List<IndexedWord> indexed = new ArrayList<>();
    String before = "";
    for (String word : new TreeSet<>(words)) {
      indexed.add(new IndexedWord(word, shared(before, word)));
      before = word;
    }
    return indexed;
  }

  private static int shared(String before, String word) {
    int[] left = before.codePoints().toArray();
    int[] right = word.codePoints().toArray();
    int shared = 0;
    while (shared < left.length && shared < right.length && left[shared] == right[shared]) {
      shared++;
    }
    return shared;
  }
}
