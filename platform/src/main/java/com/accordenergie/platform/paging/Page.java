package com.accordenergie.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by keyset: no total is ever counted.
 *
 * @param nextCursor what to pass as {@code cursor} for the page after this one, null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /** Cuts a page out of up to {@code limit + 1} rows. */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> cursorOf) {
    if (rows.size() <= request.limit()) {
      return new Page<>(List.copyOf(rows), null);
    }
    List<T> items = List.copyOf(rows.subList(0, request.limit()));
    return new Page<>(items, cursorOf.apply(items.getLast()));
  }

  public <R> Page<R> map(Function<T, R> conversion) {
    return new Page<>(items.stream().map(conversion).toList(), nextCursor);
  }
}
