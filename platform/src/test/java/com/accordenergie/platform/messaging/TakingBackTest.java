package com.accordenergie.platform.messaging;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The broker throws away what is given back to its last queue twenty times. */
class TakingBackTest {

  private final TransactionTemplate database = mock();
  private final EventConsumer consumer =
      new EventConsumer(
          Subscription.to("note-service.notes"),
          new EventReader(new JsonMapper()),
          mock(),
          mock(),
          database,
          new RetryRules(List.of(Duration.ofSeconds(1)), Duration.ofMinutes(2)),
          Clock.systemUTC());

  @Test
  void whatTheBrokerGaveUpWaitsInPlaceForRoomAndForTheDatabase() throws InterruptedException {
    doThrow(new NoRoomException("note-service.notes"))
        .doThrow(new DataAccessResourceFailureException("away"))
        .doNothing()
        .when(database)
        .executeWithoutResult(any());

    consumer.takeBack(List.of("nonsense".getBytes()));

    verify(database, times(3)).executeWithoutResult(any());
  }
}
