package com.accordenergie.intervention.listing;

import java.util.Locale;

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
      case STATUS -> "status_id";
      case URGENCY -> "urgency_id";
    };
  }

  String indexPart() {
    return name().toLowerCase(Locale.ROOT);
  }
}
