package com.accordenergie.platform.messaging;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Where messages go that cannot be handled, with the reason, for people to look at. */
final class ParkingLot {

  private static final int REASON_LENGTH = 1000;

  private final RabbitTemplate rabbit;
  private final Clock clock;

  ParkingLot(RabbitTemplate rabbit, Clock clock) {
    this.rabbit = rabbit;
    this.clock = clock;
  }

  /** Returns once the broker has it; otherwise the message goes back to its queue. */
  void park(Message message, Subscription subscription, RuntimeException reason) {
    Message parked =
        MessageBuilder.fromClonedMessage(message)
            .setHeader("x-parked-reason", shortened(String.valueOf(reason.getMessage())))
            .setHeader("x-parked-from", subscription.queue())
            .setHeader("x-parked-at", clock.instant().toString())
            .build();
    var correlation = new CorrelationData();
    try {
      rabbit.send("", subscription.parkedQueue(), parked, correlation);
      boolean taken =
          correlation.getFuture().get(5, TimeUnit.SECONDS).ack()
              && correlation.getReturned() == null;
      if (!taken) {
        throw new ImmediateRequeueAmqpException("the parking lot did not take it");
      }
    } catch (ExecutionException | TimeoutException failed) {
      throw new ImmediateRequeueAmqpException("the parking lot did not take it", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ImmediateRequeueAmqpException("stopped while parking", stopped);
    }
  }

  private static String shortened(String text) {
    return text.length() <= REASON_LENGTH ? text : text.substring(0, REASON_LENGTH);
  }
}
