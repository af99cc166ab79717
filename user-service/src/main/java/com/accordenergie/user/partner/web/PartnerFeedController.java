package com.accordenergie.user.partner.web;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.user.partner.PartnerManagement;
import com.accordenergie.user.partner.PartnerProblems;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.stream.Feed;
import com.accordenergie.user.partner.stream.FeedPage;
import com.accordenergie.user.partner.stream.FeedReadings;
import com.accordenergie.user.partner.stream.PartnerProperties;
import com.accordenergie.user.partner.stream.PartnerStreams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a partner reads: who it is, where its stream is, and the stream itself without AMQP. */
@RestController
@RequestMapping("/api/v1/partner")
@AllowedTo(Role.PARTNER)
@Tag(name = "Partner feed", description = "For partners: what they may read, and their events")
class PartnerFeedController {

  private static final int MOST_ITEMS = 100;
  private static final int MOST_SECONDS = 30;
  private static final String USUAL_ITEMS = "50";

  private final PartnerManagement partners;
  private final PartnerStreams streams;
  private final Feed feed;
  private final FeedReadings readings;
  private final PartnerProperties properties;
  private final Clock clock;

  PartnerFeedController(
      PartnerManagement partners,
      PartnerStreams streams,
      Feed feed,
      FeedReadings readings,
      PartnerProperties properties,
      Clock clock) {
    this.partners = partners;
    this.streams = streams;
    this.feed = feed;
    this.readings = readings;
    this.properties = properties;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readPartnerSelf",
      summary = "What the partner may read, and where",
      description = "For partners. The stream has another name after each change of what may be read.")
  @ApiResponse(responseCode = "200", description = "The partner")
  ResponseEntity<PartnerSelfView> self(Caller caller) {
    PartnerSnapshot partner = partners.find(caller.id()).orElseThrow(PartnerProblems::notActive);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            PartnerSelfView.of(
                partner, streams.current(caller.id()).orElse(null), properties.broker()));
  }

  @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readPartnerEvents",
      summary = "The partner's events, page by page",
      description =
          "For partners. The same events in the same order as in the stream. Begins with the oldest"
              + " one that is kept, or at `from`; goes on with `after`. Ask again with `nextCursor`,"
              + " which is always there: an empty page says that nothing has come in time. After a"
              + " change of what the partner may read, a cursor goes on at the same place in what it"
              + " may read now, behind one `stream.opened`; whoever wants the past of a new client"
              + " begins again. Delivered at least once: store the cursor with what was done.")
  @ApiResponse(responseCode = "200", description = "Events, oldest first, and where to go on")
  ResponseEntity<FeedPageView> events(
      @Parameter(description = "The `nextCursor` of the page before") @RequestParam(required = false)
          @Nullable String after,
      @Parameter(
              description =
                  "RFC 3339; where to begin: events that happened at this time or later. Not with"
                      + " `after`")
          @RequestParam(required = false)
          @Nullable Instant from,
      @Parameter(
              description = "How many at most",
              schema = @Schema(minimum = "1", maximum = "100", defaultValue = USUAL_ITEMS))
          @RequestParam(defaultValue = USUAL_ITEMS)
          int limit,
      @Parameter(
              description = "For how many seconds to wait when there is nothing new",
              schema = @Schema(minimum = "0", maximum = "30", defaultValue = "0"))
          @RequestParam(defaultValue = "0")
          int wait,
      Caller caller,
      @Parameter(hidden = true) JwtAuthenticationToken token) {
    if (limit < 1 || limit > MOST_ITEMS) {
      throw Problems.malformed("?limit", "It takes a number from 1 to " + MOST_ITEMS + ".");
    }
    if (wait < 0 || wait > MOST_SECONDS) {
      throw Problems.malformed("?wait", "It takes a number from 0 to " + MOST_SECONDS + ".");
    }
    if (after != null && from != null) {
      throw Problems.malformed("?from", "Either where to begin, or after what to go on.");
    }
    if (!partners.find(caller.id()).map(PartnerSnapshot::isActive).orElse(false)) {
      throw PartnerProblems.notActive();
    }
    FeedPage page =
        feed.read(caller.id(), after, from, limit, untilTheEnd(token, Duration.ofSeconds(wait)));
    readings.note(caller.id());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new FeedPageView(page.items(), page.nextCursor()));
  }

  /** Whose credential is revoked gets no other token: with the last one nothing is waited for any longer. */
  private Duration untilTheEnd(JwtAuthenticationToken token, Duration wanted) {
    Instant end = Objects.requireNonNull(token.getToken().getExpiresAt());
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left.compareTo(wanted) < 0 ? left : wanted;
  }
}
