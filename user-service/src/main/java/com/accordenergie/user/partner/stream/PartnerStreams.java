package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.StreamCursor;
import com.accordenergie.platform.messaging.Streams;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.stereotype.Service;

/** Which stream a partner reads, and how others of ours read it. */
@Service
public class PartnerStreams {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final int PREFETCH = 500;

  private final StreamTable table;
  private final Streams streams;
  private final Places places;

  PartnerStreams(StreamTable table, Streams streams, Places places) {
    this.table = table;
    this.streams = streams;
    this.places = places;
  }

  /** Empty until the first one is written. */
  public Optional<PartnerStream> current(UUID partner) {
    return table.current(partner);
  }

  /**
   * The current streams of all partners that have one. Not those of a log that was lost: their places
   * say nothing of the next one, which they are being written from.
   */
  public Map<UUID, PartnerStream> current() {
    return table.all().stream()
        .filter(stream -> stream.filled() && !stream.outdated())
        .collect(Collectors.toMap(PartnerStream::partnerId, Function.identity()));
  }

  public PartnerReading readAll(PartnerStream stream) throws IOException {
    return reading(streams.readFirst(stream.queue(), PREFETCH));
  }

  /** From the entry with this offset on, or from the first one that is still kept. */
  public PartnerReading readFrom(PartnerStream stream, long offset) throws IOException {
    return reading(streams.readFrom(stream.queue(), offset, PREFETCH));
  }

  /** From where all stands that happened at this time or later, and perhaps much before. */
  public PartnerReading readSince(PartnerStream stream, Instant time)
      throws IOException, InterruptedException {
    Instant earliest = time.minus(Feed.DISORDER);
    StreamCursor.Entry tail = streams.last(stream.queue(), PATIENCE);
    return reading(
        tail.properties().getTimestamp().toInstant().isAfter(earliest)
            ? streams.readFrom(stream.queue(), earliest, PREFETCH)
            : streams.readFrom(stream.queue(), tail.offset(), PREFETCH));
  }

  /** The offset of the last entry; there always is one. */
  public long lastOffset(PartnerStream stream) throws IOException, InterruptedException {
    return streams.last(stream.queue(), PATIENCE).offset();
  }

  /** The same for somebody who does not wait: null when the broker does not say it at once. */
  public @Nullable Long head(PartnerStream stream) {
    try {
      return streams.last(stream.queue(), A_MOMENT).offset();
    } catch (IOException | AmqpException away) {
      return null;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private PartnerReading reading(StreamCursor cursor) {
    return new PartnerReading(cursor, places);
  }
}
