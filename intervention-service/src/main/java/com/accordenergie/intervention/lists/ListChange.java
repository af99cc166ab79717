package com.accordenergie.intervention.lists;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list was added, changed or removed.
 *
 * @param code what people call the row; of a transition where it leads from and to
 * @param changes field by field; all of them when the row is new or gone
 */
public record ListChange(Kind kind, String code, Action action, List<Field> changes) {

  public enum Kind {
    STATUS,
    TRANSITION,
    URGENCY
  }

  public enum Action {
    ADDED,
    CHANGED,
    REMOVED
  }

  /** Values as text; null for none. */
  public record Field(String field, @Nullable String from, @Nullable String to) {}

  public static ListChange added(Kind kind, String code, Record values) {
    return new ListChange(kind, code, Action.ADDED, differences(null, values, values.getClass()));
  }

  public static <T extends Record> ListChange changed(Kind kind, String code, T before, T after) {
    return new ListChange(
        kind, code, Action.CHANGED, differences(before, after, after.getClass()));
  }

  public static ListChange removed(Kind kind, String code, Record values) {
    return new ListChange(kind, code, Action.REMOVED, differences(values, null, values.getClass()));
  }

  private static List<Field> differences(
      @Nullable Record before, @Nullable Record after, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(
            component ->
                new Field(component.getName(), text(component, before), text(component, after)))
        .filter(field -> !Objects.equals(field.from(), field.to()))
        .toList();
  }

  private static @Nullable String text(RecordComponent component, @Nullable Record values) {
    if (values == null) {
      return null;
    }
    try {
      Object value = component.getAccessor().invoke(values);
      return value == null ? null : value.toString();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
