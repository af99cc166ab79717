package com.accordenergie.platform.web;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A member of a merge patch, which tells "not mentioned" from "set to null" (RFC 7396, section 2).
 */
@JsonDeserialize(using = PatchDeserializer.class)
public final class Patch<T> {

  private static final Patch<?> ABSENT = new Patch<>(false, null);

  private final boolean present;
  private final @Nullable T value;

  private Patch(boolean present, @Nullable T value) {
    this.present = present;
    this.value = value;
  }

  /** Not mentioned: leave it as it is. */
  @SuppressWarnings("unchecked")
  public static <T> Patch<T> absent() {
    return (Patch<T>) ABSENT;
  }

  /** Mentioned: set it to this, null included. */
  public static <T> Patch<T> of(@Nullable T value) {
    return new Patch<>(true, value);
  }

  public boolean isPresent() {
    return present;
  }

  /** The new value, which may be null; only when present. */
  public @Nullable T value() {
    if (!present) {
      throw new NoSuchElementException("not mentioned in the patch");
    }
    return value;
  }

  public @Nullable T orElse(@Nullable T current) {
    return present ? value : current;
  }

  public void ifPresent(Consumer<@Nullable T> action) {
    if (present) {
      action.accept(value);
    }
  }

  /** Keeps absence and null, converts anything else. */
  public <R> Patch<R> map(Function<T, R> conversion) {
    if (!present) {
      return absent();
    }
    return of(value == null ? null : conversion.apply(value));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Patch<?> patch
        && present == patch.present
        && Objects.equals(value, patch.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(present, value);
  }

  @Override
  public String toString() {
    return present ? "Patch[" + value + "]" : "Patch[absent]";
  }
}
