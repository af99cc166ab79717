package com.accordenergie.platform.test;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.DisposableBean;

/**
 * Everything that passes the exchange, from a queue of the test's own, kept by aggregate ({@code
 * data.id}). A message that does not fit its schema fails the test that asks for it.
 */
public final class CapturedEvents implements DisposableBean {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final SimpleMessageListenerContainer container;
  private final EventSchemas schemas = new EventSchemas();
  private final Map<UUID, List<CapturedEvent>> byAggregate = new ConcurrentHashMap<>();
  private final List<String> violations = Collections.synchronizedList(new ArrayList<>());

  public CapturedEvents(ConnectionFactory connections) {
    var admin = new RabbitAdmin(connections);
    var exchange = new TopicExchange("accord.events", true, false);
    Queue queue = QueueBuilder.durable("test.captured").build();
    admin.declareExchange(exchange);
    admin.declareQueue(queue);
    admin.declareBinding(BindingBuilder.bind(queue).to(exchange).with("#"));
    container = new SimpleMessageListenerContainer(connections);
    container.setQueueNames(queue.getName());
    container.setPrefetchCount(100);
    container.setMessageListener(this::capture);
    container.afterPropertiesSet();
    container.start();
  }

  private void capture(Message message) {
    CapturedEvent event;
    try {
      event = CapturedEvent.read(message);
    } catch (RuntimeException poison) {
      return; // Tests publish poison on purpose.
    }
    if (event.producedHere(message)) {
      List<String> departures = schemas.violations(event);
      violations.addAll(departures);
      if (departures.isEmpty()) {
        EventSamples.offer(event, message.getBody());
      }
    }
    byAggregate
        .computeIfAbsent(event.aggregate(), id -> Collections.synchronizedList(new ArrayList<>()))
        .add(event);
  }

  /** What has been seen of this aggregate, in the order of arrival. */
  public List<CapturedEvent> of(UUID aggregate) {
    checkSchemas();
    List<CapturedEvent> events = byAggregate.getOrDefault(aggregate, List.of());
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** Waits until the aggregate's events have reached this sequence; they are 1..n, each once. */
  public List<CapturedEvent> awaitSequence(UUID aggregate, long sequence) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> of(aggregate).stream().anyMatch(event -> event.sequence() >= sequence));
    List<CapturedEvent> events = of(aggregate);
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).sequence() != i + 1) {
        throw new AssertionError(
            "expected 1.." + sequence + " in order, but saw "
                + events.stream().map(CapturedEvent::sequence).toList());
      }
    }
    return events;
  }

  /** Waits for one of this type about somebody or something, whose aggregate the test does not know. */
  public CapturedEvent awaitOne(String routingKey, UUID subject) {
    return awaitSome(routingKey, subject, 1).getFirst();
  }

  /** Waits for so many of them, in no order. */
  public List<CapturedEvent> awaitSome(String routingKey, UUID subject, int count) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> about(routingKey, subject), events -> events.size() >= count);
  }

  private List<CapturedEvent> about(String routingKey, UUID subject) {
    return Set.copyOf(byAggregate.keySet()).stream()
        .flatMap(aggregate -> of(aggregate).stream())
        .filter(event -> event.routingKey().equals(routingKey))
        .filter(event -> event.subject().equals(subject))
        .toList();
  }

  private void checkSchemas() {
    if (!violations.isEmpty()) {
      throw new AssertionError("events do not fit their schemas: " + violations);
    }
  }

  @Override
  public void destroy() {
    container.stop();
  }
}
