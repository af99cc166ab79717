package com.accordenergie.intervention.listing;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An index that holds the interventions of one value of each dimension in the order of a sort key. */
record ListIndex(Set<Dimension> dimensions, SortKey key) {

  ListIndex {
    dimensions = Set.copyOf(dimensions);
  }

  /** {@code list_owner_status_created}, or the primary key. */
  String indexName() {
    if (dimensions.isEmpty() && key == SortKey.CREATED_AT) {
      return "primary";
    }
    return Stream.concat(
            ordered().stream().map(Dimension::indexPart), Stream.of(key.indexSuffix()))
        .collect(Collectors.joining("_", "list_", ""));
  }

  EnumSet<Dimension> ordered() {
    EnumSet<Dimension> ordered = EnumSet.noneOf(Dimension.class);
    ordered.addAll(dimensions);
    return ordered;
  }
}
