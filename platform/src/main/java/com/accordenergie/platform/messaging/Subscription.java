package com.accordenergie.platform.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events a service follows, through a durable queue of its own; declared as a bean. It follows
 * every type of what it follows, for events of one aggregate are handled in the order of their
 * versions, each once: a repeated one is skipped, and one that comes before an earlier version waits.
 * Several may share a transaction.
 *
 * <p>What fails is tried again later, and its aggregate waits for it; what cannot be read, or fails
 * again and again, is parked with the reason, and later versions go on without it. So a parked one
 * that is replayed comes after them: handlers keep the sequence they applied and never let an older
 * one overwrite a newer.
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

  /** Where the broker puts what it delivered again and again without an answer. */
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
