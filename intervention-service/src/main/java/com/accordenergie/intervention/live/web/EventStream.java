package com.accordenergie.intervention.live.web;

import com.accordenergie.intervention.live.Listener;
import com.accordenergie.intervention.live.Told;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Writes what a listener hears as server-sent events. A silence ends with a comment and the place
 * reached meanwhile: it keeps the connection, and whoever comes back later has not missed what was
 * never theirs.
 */
final class EventStream {

  /** Spread, so that those whom one instance sends away do not all come to the next at once. */
  private static final int EARLIEST_RETRY = 1_000;

  private static final int LATEST_RETRY = 4_000;

  private final Listener listener;
  private final Cursors cursors;
  private final Clock clock;
  private final Duration heartbeat;
  private final Instant end;

  EventStream(Listener listener, Cursors cursors, Clock clock, Duration heartbeat, Instant end) {
    this.listener = listener;
    this.cursors = cursors;
    this.clock = clock;
    this.heartbeat = heartbeat;
    this.end = end;
  }

  static void head(HttpServletResponse response) {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform");
    response.setHeader("X-Accel-Buffering", "no");
  }

  /** What comes first; it sends the headers too. */
  void begin(OutputStream target) throws IOException {
    write(target, "retry: " + retry() + "\n" + place());
  }

  /** Until the listener is over, the token has expired, or nobody reads any longer. */
  void goOn(OutputStream target) throws IOException, InterruptedException {
    Instant now = clock.instant();
    while (now.isBefore(end) && !listener.isOver()) {
      List<Told> news = listener.await(shorter(heartbeat, Duration.between(now, end)));
      if (!news.isEmpty()) {
        write(target, text(news));
      } else if (!listener.isOver()) {
        write(target, ":\n" + place());
      }
      now = clock.instant();
    }
  }

  private static int retry() {
    return ThreadLocalRandom.current().nextInt(EARLIEST_RETRY, LATEST_RETRY);
  }

  private String place() {
    Long offset = listener.offset();
    return offset == null ? "\n" : "id: " + cursors.seal(offset) + "\n\n";
  }

  private String text(List<Told> news) {
    var text = new StringBuilder();
    for (Told told : news) {
      text.append("id: ").append(cursors.seal(told.offset())).append('\n');
      text.append("event: ").append(told.type()).append('\n');
      text.append("data: {\"type\":\"").append(told.type()).append('"');
      append(text, "interventionId", told.interventionId());
      append(text, "id", told.id());
      text.append("}\n\n");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String name, @Nullable UUID id) {
    if (id != null) {
      text.append(",\"").append(name).append("\":\"").append(id).append('"');
    }
  }

  private static void write(OutputStream target, String text) throws IOException {
    target.write(text.getBytes(StandardCharsets.UTF_8));
    target.flush();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
