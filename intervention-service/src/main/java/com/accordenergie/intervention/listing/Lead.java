package com.accordenergie.intervention.listing;

import org.jspecify.annotations.Nullable;

/** The one list of rows that a page is read from; everything else is checked row by row. */
sealed interface Lead {

  /** The interventions of an index, in the order of the page. */
  record ByIndex(ListIndex index) implements Lead {}

  /**
   * The interventions that hold a word.
   *
   * @param unfinished true for all the words that begin like this
   * @param scope whose interventions, null for everybody's
   */
  record ByWord(String word, boolean unfinished, @Nullable Dimension scope) implements Lead {}
}
