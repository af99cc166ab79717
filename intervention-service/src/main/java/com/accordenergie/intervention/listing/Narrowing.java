package com.accordenergie.intervention.listing;

import com.accordenergie.platform.identity.Caller;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which values each dimension may have: the reader's scope and the filters, taken together. A filter
 * that leads out of the scope leaves nothing, as an unknown id does.
 */
final class Narrowing {

  private final Map<Dimension, List<Object>> values = new EnumMap<>(Dimension.class);
  private boolean leavesNothing;

  /** What the reader may see at all. */
  static Narrowing scopeOf(Caller reader) {
    Narrowing scope = new Narrowing();
    switch (reader.role()) {
      case ADMIN -> {}
      case DISPATCHER -> scope.to(Dimension.OWNER, reader.id());
      case TECHNICIAN -> scope.to(Dimension.TECHNICIAN, reader.id());
      case CLIENT -> scope.to(Dimension.CLIENT, reader.clientId());
      case PARTNER -> scope.leavesNothing = true;
    }
    return scope;
  }

  Narrowing to(Dimension dimension, @Nullable UUID id) {
    if (id != null) {
      List<Object> before = values.put(dimension, List.of(id));
      leavesNothing |= before != null && !before.contains(id);
    }
    return this;
  }

  Narrowing to(Dimension dimension, List<Short> ids) {
    values.put(dimension, List.copyOf(ids));
    leavesNothing |= ids.isEmpty();
    return this;
  }

  boolean leavesNothing() {
    return leavesNothing;
  }

  boolean has(Dimension dimension) {
    return values.containsKey(dimension);
  }

  List<Object> of(Dimension dimension) {
    return values.getOrDefault(dimension, List.of());
  }

  Object only(Dimension dimension) {
    return of(dimension).getFirst();
  }

  Set<Dimension> dimensions() {
    return values.keySet();
  }
}
