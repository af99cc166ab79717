package com.accordenergie.platform.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events a service follows, through a durable queue of its own; declared as a bean. One event
 * is handled at a time, in a transaction of its own, and once: a repeated one is skipped. What cannot
 * be read, or fails again and again, is parked in {@code <queue>.parked} with the reason, so that
 * what follows is not held up.
 *
 * <p>Events of one aggregate arrive in the order of their sequence unless a parked one is replayed
 * later; handlers keep the sequence they applied and never let an older one overwrite a newer.
 */
public final class Subscription {

  private final String queue;
  private final Map<String, Handler<?>> handlers = new LinkedHashMap<>();

  private Subscription(String queue) {
    this.queue = queue;
  }

  /** By convention {@code <service>.<what it follows>}. */
  public static Subscription to(String queue) {
    return new Subscription(queue);
  }

  /**
   * @param data a record of just the members that the handler reads; others are ignored
   */
  public <T> Subscription on(EventType type, Class<T> data, Consumer<Event<T>> handler) {
    handlers.put(type.type(), new Handler<>(type, data, handler));
    return this;
  }

  public String queue() {
    return queue;
  }

  public String parkedQueue() {
    return queue + ".parked";
  }

  public Set<String> routingKeys() {
    return handlers.values().stream()
        .map(handler -> handler.type().name())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Nullable Handler<?> handlerOf(String type) {
    return handlers.get(type);
  }

  record Handler<T>(EventType type, Class<T> data, Consumer<Event<T>> consumer) {}
}
