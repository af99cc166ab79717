package com.accordenergie.comment;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** All that is left of somebody. */
record PersonErased(UUID id) {

  PersonErased {
    requireNonNull(id, "id");
  }
}
