package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.StreamCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of the feed that is being filled, and the place that it has come to. */
final class Gathering {

  private final PartnerStream stream;
  private final @Nullable FeedCursor start;

  /** The place in the stream's log up to which all was read. */
  private final long readTo;

  private final @Nullable Instant from;
  private final int limit;
  private final ToLongFunction<StreamCursor.Entry> places;
  private final JsonMapper json;
  private final List<JsonNode> items = new ArrayList<>();
  private @Nullable FeedCursor last;

  /**
   * @param start what was read before; null at the beginning
   * @param from what happened before is not wanted
   * @param places which entry of the log an entry was made of
   */
  Gathering(
      PartnerStream stream,
      @Nullable FeedCursor start,
      @Nullable Instant from,
      int limit,
      ToLongFunction<StreamCursor.Entry> places,
      JsonMapper json) {
    this.stream = stream;
    this.start = start;
    this.readTo = start == null || start.log() != stream.log() ? Places.BEFORE_ALL : start.place();
    this.from = start == null ? from : start.from();
    this.limit = limit;
    this.places = places;
    this.json = json;
    if (start != null && start.generation() == stream.generation()) {
      last = start;
    }
  }

  /** Returns whether it is one that had not been looked at. */
  boolean accept(StreamCursor.Entry entry) {
    if (last != null && entry.offset() <= last.offset()) {
      return false;
    }
    long place = places.applyAsLong(entry);
    if (!wasRead(place)) {
      add(entry);
    }
    // `readTo` never goes back, even while this generation re-delivers older entries.
    last =
        new FeedCursor(
            stream.generation(),
            entry.offset(),
            Math.max(place, readTo),
            stream.log(),
            items.isEmpty() ? from : null);
    return true;
  }

  /** What opens a stream is always new: it tells that there is another one. */
  private boolean wasRead(long place) {
    return place != Places.BEFORE_ALL && place <= readTo;
  }

  private void add(StreamCursor.Entry entry) {
    // The property has no fractions of seconds; whoever it leaves in doubt is looked into.
    boolean tooOld =
        from != null
            && entry.properties().getTimestamp().toInstant().isBefore(from.minusSeconds(1));
    if (tooOld) {
      return;
    }
    JsonNode event = json.readTree(entry.body());
    if (from == null || !Instant.parse(event.required("time").asString()).isBefore(from)) {
      items.add(event);
    }
  }

  /** The last entry that was looked at; null when none was. */
  @Nullable FeedCursor last() {
    return last;
  }

  @Nullable Instant from() {
    return from;
  }

  /** Whether there may be many that are not wanted before the first that is. */
  boolean isSearching() {
    return from != null || start != null && start.generation() != stream.generation();
  }

  /** How many more it has room for. */
  int missing() {
    return limit - items.size();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  boolean isFull() {
    return items.size() == limit;
  }

  List<JsonNode> items() {
    return items;
  }
}
