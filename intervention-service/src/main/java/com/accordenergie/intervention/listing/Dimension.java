package com.accordenergie.intervention.listing;

/** What a list can be narrowed by with an index: a column that is compared for equality. */
enum Dimension {
  OWNER,
  TECHNICIAN,
  CLIENT,
  SITE,
  STATUS,
  URGENCY;

  String column() {
    return switch (this) {
      case OWNER -> "owner_id";
      case TECHNICIAN -> "technician_id";
      case CLIENT -> "client_id";
      case SITE -> "site_id";
      case STATUS -> "status";
      case URGENCY -> "urgency";
    };
  }

  String indexPart() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
