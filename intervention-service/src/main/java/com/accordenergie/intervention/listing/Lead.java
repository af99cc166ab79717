package com.accordenergie.intervention.listing;

import org.jspecify.annotations.Nullable;

/** The one list of rows that a page is read from; everything else is checked row by row. */
sealed interface Lead {

  /** The interventions of an index, in the order of the page. */
  record ByIndex(ListIndex index) implements Lead {}

  /**
   * The interventions that hold a word.
   *
   * @param scope whose interventions, null for everybody's
   */
  record ByWord(String word, Match match, @Nullable Dimension scope) implements Lead {}

  /**
   * The interventions that hold an unfinished word as it stands, which lie in the order of creation, and
   * the few that hold a longer one.
   */
  record ByWordOrLonger(String word, @Nullable Dimension scope) implements Lead {}

  /** How a word is to be taken. */
  enum Match {
    WHOLE,
    /** All words that begin like it, itself among them. */
    BEGINNING,
    /** All words that begin like it and go on. */
    LONGER
  }
}
