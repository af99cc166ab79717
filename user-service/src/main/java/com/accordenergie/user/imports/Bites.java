package com.accordenergie.user.imports;

import java.util.ArrayList;
import java.util.List;

/** Parts of a list, so that no statement grows with a table. */
final class Bites {

  private static final int SIZE = 500;

  private Bites() {}

  static <T> List<List<T>> of(List<T> all) {
    List<List<T>> bites = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SIZE) {
      bites.add(all.subList(from, Math.min(all.size(), from + SIZE)));
    }
    return bites;
  }
}
