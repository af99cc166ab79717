package com.accordenergie.platform.test;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.EventType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Events as another service would send them. */
public final class PublishedEvents {

  static final String MARK = "x-published-by-test";

  private final RabbitTemplate rabbit;
  private final JsonMapper json;
  private final ThreadLocal<CorrelationData> last = new ThreadLocal<>();

  PublishedEvents(RabbitTemplate rabbit, JsonMapper json) {
    this.rabbit = rabbit;
    this.json = json;
  }

  public UUID publish(EventType type, UUID subject, long sequence, Object data) {
    UUID id = Ids.next();
    publish(id, type, subject, sequence, data);
    return id;
  }

  /** With an id of the test's choice: the same id twice is the same event twice. */
  public void publish(UUID id, EventType type, UUID subject, long sequence, Object data) {
    publishRaw(type.name(), body(id, type, subject, sequence, data));
  }

  /** The event as it stands on the wire. */
  public byte[] body(UUID id, EventType type, UUID subject, long sequence, Object data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", "/another-service");
    event.put("type", type.type());
    event.put("subject", subject);
    event.put("time", Instant.now());
    event.put("sequence", sequence);
    event.put("dataschema", type.schema());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return json.writeValueAsBytes(event);
  }

  /**
   * What is published meanwhile keeps its order, and has its place before this returns; on its own, one
   * event may overtake another.
   */
  public void inOrder(Runnable telling) {
    try {
      rabbit.invoke(
          channel -> {
            telling.run();
            return true;
          });
      if (last.get() != null) {
        last.get().getFuture().get(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new IllegalStateException("the broker does not take events", failed);
    } finally {
      last.remove();
    }
  }

  /** Anything at all, poison included. */
  public void publishRaw(String routingKey, byte[] body) {
    var correlation = new CorrelationData();
    rabbit.send(
        "accord.events",
        routingKey,
        MessageBuilder.withBody(body)
            .setContentType("application/cloudevents+json")
            .setHeader(MARK, true)
            .build(),
        correlation);
    last.set(correlation);
  }
}
