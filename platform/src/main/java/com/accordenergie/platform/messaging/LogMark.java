package com.accordenergie.platform.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Where the log ends: a stream has no exact count of its messages. */
final class LogMark {

  private static final Duration CONFIRM = Duration.ofSeconds(15);

  private LogMark() {}

  /**
   * Leaves a mark at the end of the log: what stands before it was told before now. It goes to the
   * log alone, past the exchange, so that no subscription's routing key ever fits it.
   */
  static String leave(RabbitTemplate rabbit) throws IOException, InterruptedException {
    var mark = new CorrelationData();
    rabbit.send(
        "",
        Topology.LOG,
        MessageBuilder.withBody(new byte[0]).setMessageId(mark.getId()).build(),
        mark);
    try {
      boolean taken = mark.getFuture().get(CONFIRM.toSeconds(), TimeUnit.SECONDS).ack();
      if (!taken || mark.getReturned() != null) {
        throw new IOException("the log did not take a mark");
      }
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("the log did not take a mark", failed);
    }
    return mark.getId();
  }
}
