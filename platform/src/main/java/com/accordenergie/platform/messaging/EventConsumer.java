package com.accordenergie.platform.messaging;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles what arrives for one subscription. */
final class EventConsumer implements MessageListener {

  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final int ATTEMPTS = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Subscription subscription;
  private final EventReader reader;
  private final Inbox inbox;
  private final ParkingLot parkingLot;
  private final TransactionTemplate transaction;

  EventConsumer(
      Subscription subscription,
      EventReader reader,
      Inbox inbox,
      ParkingLot parkingLot,
      TransactionTemplate transaction) {
    this.subscription = subscription;
    this.reader = reader;
    this.inbox = inbox;
    this.parkingLot = parkingLot;
    this.transaction = transaction;
  }

  @Override
  public void onMessage(Message message) {
    try {
      handle(reader.read(message, subscription));
    } catch (ImmediateRequeueAmqpException stopped) {
      throw stopped;
    } catch (RuntimeException hopeless) {
      log.error("Parked a message of {}: {}", subscription.queue(), hopeless.toString());
      parkingLot.park(message, subscription, hopeless);
    }
  }

  /** A database that is away is waited for; anything else that fails is given up in the end. */
  private void handle(EventReader.Delivery<?> delivery) {
    Duration pause = Duration.ofMillis(50);
    int attempt = 1;
    while (true) {
      try {
        transaction.executeWithoutResult(status -> handleOnce(delivery));
        return;
      } catch (UnreadableEventException unreadable) {
        throw unreadable;
      } catch (RuntimeException failure) {
        if (!isPassing(failure) && attempt++ == ATTEMPTS) {
          throw failure;
        }
        log.warn("{} will be tried again: {}", delivery.event().id(), failure.toString());
        sleep(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  private void handleOnce(EventReader.Delivery<?> delivery) {
    if (inbox.enter(subscription.queue(), delivery.event().id())) {
      delivery.handle();
    }
  }

  private static boolean isPassing(RuntimeException failure) {
    return failure instanceof TransientDataAccessException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof DataAccessResourceFailureException
        || failure instanceof CannotCreateTransactionException
        || failure instanceof TransactionSystemException;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ImmediateRequeueAmqpException("stopped while waiting", stopped);
    }
  }
}
