package com.accordenergie.platform.messaging;

import com.accordenergie.platform.messaging.OutboxBatch.WaitingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Publishes with confirms and mandatory routing: "taken" means that every queue that is bound has it. */
final class EventPublisher {

  private static final Logger log = LoggerFactory.getLogger(EventPublisher.class);
  private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(4);

  private final RabbitTemplate rabbit;

  EventPublisher(RabbitTemplate rabbit) {
    this.rabbit = rabbit;
  }

  enum Answer {
    TAKEN,
    REFUSED,
    /** It did not come in time; the broker may take the event yet. */
    OPEN
  }

  /** For each event, what the broker said in four seconds; all on one channel, in this order. */
  List<Answer> publish(List<WaitingEvent> events) {
    List<CorrelationData> sent = new ArrayList<>(events.size());
    rabbit.invoke(
        channel -> {
          for (WaitingEvent event : events) {
            var correlation = new CorrelationData(event.eventId().toString());
            rabbit.send(Topology.EXCHANGE, event.routingKey(), message(event), correlation);
            sent.add(correlation);
          }
          return null;
        });
    long deadline = System.nanoTime() + CONFIRM_TIMEOUT.toNanos();
    return sent.stream().map(correlation -> answer(correlation, deadline)).toList();
  }

  private static Answer answer(CorrelationData correlation, long deadline) {
    try {
      var confirm =
          correlation
              .getFuture()
              .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (correlation.getReturned() != null) {
        log.warn("No queue took {}", correlation.getReturned().getRoutingKey());
        return Answer.REFUSED;
      }
      return confirm.ack() ? Answer.TAKEN : Answer.REFUSED;
    } catch (TimeoutException late) {
      return Answer.OPEN;
    } catch (ExecutionException failed) {
      throw new AmqpException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AmqpException("stopped while waiting for the broker", stopped);
    }
  }

  private static Message message(WaitingEvent event) {
    return MessageBuilder.withBody(event.body())
        .setContentType(CloudEvent.CONTENT_TYPE)
        .setMessageId(event.eventId().toString())
        .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
        .build();
  }
}
