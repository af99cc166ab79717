package com.accordenergie.intervention.live.messaging;

import com.accordenergie.intervention.live.Feed;
import com.accordenergie.intervention.live.LiveEvent;
import com.accordenergie.platform.messaging.LogReader;
import com.accordenergie.platform.messaging.LoggedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Fills the feed from the log. A database that is away is waited for, with the log. */
@Component
class LiveReader implements LogReader {

  private static final Logger log = LoggerFactory.getLogger(LiveReader.class);

  private final Feed feed;
  private final LiveEvents events;

  LiveReader(Feed feed, LiveEvents events) {
    this.feed = feed;
    this.events = events;
  }

  @Override
  public void read(long offset, @Nullable LoggedEvent event) {
    feed.add(offset, event == null ? null : live(offset, event));
  }

  private @Nullable LiveEvent live(long offset, LoggedEvent event) {
    try {
      return events.of(offset, event);
    } catch (DataAccessException | TransactionException away) {
      throw away;
    } catch (RuntimeException hopeless) {
      log.warn("Nobody is told of entry {} of the log: {}", offset, hopeless.toString());
      return null;
    }
  }

  @Override
  public void begins() {
    events.readThePast();
  }

  @Override
  public void caughtUp() {
    events.readThePresent();
    feed.caughtUp();
  }

  @Override
  public void startedAnew() {
    feed.startAnew();
  }
}
