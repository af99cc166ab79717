package com.accordenergie.platform.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted: the query's {@code limit} (1 to 100, 50 unless told) and {@code cursor}.
 * Read from the request by the controller methods that take one; impossible values answer 400.
 */
public record PageRequest(int limit, @Nullable String cursor) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 100;

  public static PageRequest first(int limit) {
    return new PageRequest(limit, null);
  }
}
