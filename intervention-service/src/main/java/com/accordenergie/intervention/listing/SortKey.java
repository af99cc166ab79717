package com.accordenergie.intervention.listing;

/**
 * What a list can be sorted by.
 *
 * <p>The id is a UUID of version 7 made from the time of creation, so the primary key already lies
 * in that order: {@link #CREATED_AT} needs no column of its own.
 */
enum SortKey {
  CREATED_AT("createdAt", "id", "created"),
  PLANNED_START("plannedStart", "planned_start", "planned"),
  DUE_AT("dueAt", "due_at", "due");

  private final String parameter;
  private final String column;
  private final String indexSuffix;

  SortKey(String parameter, String column, String indexSuffix) {
    this.parameter = parameter;
    this.column = column;
    this.indexSuffix = indexSuffix;
  }

  String parameter() {
    return parameter;
  }

  String column() {
    return column;
  }

  String indexSuffix() {
    return indexSuffix;
  }
}
