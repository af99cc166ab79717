package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.StreamPublisher;
import com.accordenergie.platform.messaging.StreamTurn;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.stream.translation.PublicEvent;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries, each with its place in the log. */
final class Writer implements AutoCloseable {

  private final StreamPublisher publisher;
  private final Places places;
  private final JsonMapper json;

  Writer(StreamTurn turn, Places places, JsonMapper json) throws IOException {
    this.publisher = turn.publisher();
    this.places = places;
    this.json = json;
  }

  /** What opens a stream, so that it is never empty, and says whose it is. */
  record Opened(UUID id, int generation, List<UUID> clientIds, List<String> eventTypes) {}

  void open(PartnerStream stream, PartnerSnapshot partner, Clock clock)
      throws IOException, InterruptedException {
    var data =
        new Opened(
            partner.id(),
            stream.generation(),
            partner.details().clientIds(),
            partner.details().eventTypes());
    write(
        List.of(stream),
        Places.BEFORE_ALL,
        PublicEvent.Envelope.of(
            "stream.opened", Ids.next(), partner.id(), clock.instant(), stream.generation(), data));
  }

  void write(List<PartnerStream> streams, long offset, PublicEvent.Envelope event)
      throws IOException, InterruptedException {
    Map<String, Object> headers = Map.of(Places.HEADER, places.seal(offset));
    byte[] body = json.writeValueAsBytes(event);
    for (PartnerStream stream : streams) {
      publisher.publish(stream.queue(), event.id(), event.time(), headers, body);
    }
  }

  /** Returns once everything written before is on the broker's disk. */
  void flush() throws IOException, InterruptedException {
    publisher.flush();
  }

  @Override
  public void close() {
    publisher.close();
  }
}
