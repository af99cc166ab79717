package com.accordenergie.intervention.listing;

import static com.accordenergie.intervention.listing.Dimension.CLIENT;
import static com.accordenergie.intervention.listing.Dimension.OWNER;
import static com.accordenergie.intervention.listing.Dimension.SITE;
import static com.accordenergie.intervention.listing.Dimension.STATUS;
import static com.accordenergie.intervention.listing.Dimension.TECHNICIAN;
import static com.accordenergie.intervention.listing.Dimension.URGENCY;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one table of what is indexed: each of these narrowings with each sort key.
 *
 * <p>A reader's scope is a narrowing as well (an owner's, a technician's, a client's list), so this
 * is every scope with every single filter. A site belongs to one client: client and site together
 * need no index of their own. {@code V2__listing.sql} creates exactly these; a test compares.
 */
final class ListIndexes {

  private static final List<Set<Dimension>> NARROWINGS =
      List.of(
          Set.of(),
          Set.of(STATUS),
          Set.of(URGENCY),
          Set.of(OWNER),
          Set.of(TECHNICIAN),
          Set.of(CLIENT),
          Set.of(SITE),
          Set.of(OWNER, STATUS),
          Set.of(OWNER, URGENCY),
          Set.of(OWNER, TECHNICIAN),
          Set.of(OWNER, CLIENT),
          Set.of(OWNER, SITE),
          Set.of(TECHNICIAN, STATUS),
          Set.of(TECHNICIAN, URGENCY),
          Set.of(TECHNICIAN, CLIENT),
          Set.of(TECHNICIAN, SITE),
          Set.of(CLIENT, STATUS),
          Set.of(CLIENT, URGENCY));

  private ListIndexes() {}

  static Stream<ListIndex> all() {
    return NARROWINGS.stream()
        .flatMap(
            narrowing -> Arrays.stream(SortKey.values()).map(key -> new ListIndex(narrowing, key)));
  }

  /**
   * The indexes that fit a list narrowed by these dimensions best: one when there is one for exactly
   * them, else all those that no other one improves on.
   */
  static List<ListIndex> bestFor(Set<Dimension> dimensions, SortKey key) {
    List<Set<Dimension>> fitting =
        NARROWINGS.stream().filter(dimensions::containsAll).toList();
    return fitting.stream()
        .filter(one -> fitting.stream().noneMatch(other -> improves(other, one)))
        .map(one -> new ListIndex(one, key))
        .toList();
  }

  private static boolean improves(Set<Dimension> other, Set<Dimension> one) {
    return other.size() > one.size() && other.containsAll(one);
  }
}
