package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.user.Office;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner that reads its feed, page after page, and keeps what it has read. */
final class FeedReader {

  static final String EVENTS = "/api/v1/partner/events";
  private static final String OPENED = "com.accordenergie.partner.stream.opened.v1";
  private static final String WORK = "com.accordenergie.partner.intervention.";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Office office;
  private final Caller partner;
  private final int limit;
  private final List<JsonNode> read = new ArrayList<>();
  private @Nullable String cursor;

  FeedReader(Office office, UUID partner, int limit) {
    this.office = office;
    this.partner = Caller.partner(partner);
    this.limit = limit;
  }

  FeedReader(Office office, UUID partner) {
    this(office, partner, 100);
  }

  /** One page; nothing while the feed cannot be read. */
  void read() {
    String after = cursor == null ? "" : "&after=" + cursor;
    var answer = office.get(partner, EVENTS + "?limit=" + limit + after);
    String body = Office.text(answer);
    int status = answer.returnResult().getStatus().value();
    assertThat(status).as(body).isIn(200, 503);
    if (status == 200) {
      JsonNode page = new JsonMapper().readTree(body);
      page.required("items").forEach(read::add);
      cursor = page.required("nextCursor").asString();
    }
  }

  /** Reads on until so many events have been read, and once more. */
  FeedReader untilThereAre(int count) {
    await()
        .dontCatchUncaughtExceptions() // an instance that is closed meanwhile leaves some behind
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> {
              read();
              assertThat(events().size()).isGreaterThanOrEqualTo(count);
            });
    read();
    return this;
  }

  /** Reads on until the stream is the one of this generation, or one that was begun again. */
  FeedReader untilGeneration(int generation) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              read();
              return read.stream()
                  .anyMatch(
                      event ->
                          isOpening(event) && event.required("sequence").asInt() >= generation);
            });
    return this;
  }

  /** What was read, but for what opens a stream. */
  List<JsonNode> events() {
    return read.stream().filter(Predicate.not(FeedReader::isOpening)).toList();
  }

  /** Whose the stream is, as its first entry says; empty before that was read. */
  String opening() {
    return read.stream()
        .filter(FeedReader::isOpening)
        .map(event -> event.required("data").required("clientIds").toString())
        .findFirst()
        .orElse("");
  }

  List<String> ids() {
    return events().stream().map(event -> event.required("id").asString()).toList();
  }

  /**
   * Of what happens to interventions. What happens to their client is told by another service, before or
   * among them.
   */
  List<String> idsOfWork() {
    return events().stream()
        .filter(event -> event.required("type").asString().startsWith(WORK))
        .map(event -> event.required("id").asString())
        .toList();
  }

  String cursor() {
    return String.valueOf(cursor);
  }

  static boolean isOpening(JsonNode event) {
    return event.required("type").asString().equals(OPENED);
  }
}
