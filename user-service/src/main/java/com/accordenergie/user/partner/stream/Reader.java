package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.LogReading;
import com.accordenergie.user.partner.stream.translation.PublicEvent;
import com.accordenergie.user.partner.stream.translation.Translator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Reads what partners are told of an entry of the log. */
final class Reader {

  private static final Logger log = LoggerFactory.getLogger(Reader.class);

  private final Translator translator = new Translator();
  private final Level level;

  /**
   * @param level at which is said what makes no sense
   */
  Reader(Level level) {
    this.level = level;
  }

  /** Null when it is nothing to any partner. An entry that makes no sense holds nobody up. */
  @Nullable PublicEvent read(LogReading.Entry entry) {
    if (entry.event() == null) {
      return null;
    }
    try {
      return translator.translate(entry.event());
    } catch (RuntimeException senseless) {
      log.atLevel(level)
          .log("No partner is told of entry {} of the log: {}", entry.offset(), senseless.toString());
      return null;
    }
  }
}
