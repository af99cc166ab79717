package com.accordenergie.intervention.live.web;

import com.accordenergie.intervention.live.Feed;
import com.accordenergie.intervention.live.LiveProperties;
import com.accordenergie.intervention.live.Login;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Live changes")
class LiveController {

  private static final Logger log = LoggerFactory.getLogger(LiveController.class);

  private static final long NEVER = 0;

  /** For the description only. */
  @Schema(name = "LiveEvent", description = "What stands in each `data`, as JSON")
  private record Data(String type, @Nullable UUID interventionId, @Nullable UUID id) {}

  private final Feed feed;
  private final Streams streams;
  private final Cursors cursors;
  private final LiveProperties properties;
  private final Clock clock;

  LiveController(
      Feed feed,
      Streams streams,
      Cursors cursors,
      LiveProperties properties,
      Clock clock) {
    this.feed = feed;
    this.streams = streams;
    this.cursors = cursors;
    this.properties = properties;
    this.clock = clock;
  }

  @AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
  @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "followEvents",
      summary = "What changes, as it changes",
      description =
          """
          Server-sent events of what the caller may see. They carry ids only: read the rest through
          the API.

          | `event` | `data` | heard by |
          |---|---|---|
          | `intervention.created`, `.updated`, `.assigned`, `.scheduled`, `.status-changed`, `.handed-over` | `type`, `interventionId` | those who see the intervention; clients only when their view of it changes |
          | `intervention.gone` | `type`, `interventionId` | those who saw it and see it no longer |
          | `comment.added`, `.edited`, `.removed`, `attachment.added`, `.removed` | `type`, `interventionId`, `id` | those who see the intervention; clients only of what is public |
          | `user.created`, `.updated`, `.deactivated`, `.erased` | `type`, `id` | ADMIN; of technicians DISPATCHER too |
          | `client.*`, `site.*` | `type`, `id` | ADMIN, DISPATCHER |
          | `list.changed` | `type` | everybody: a list, the workflow included, has other rows |
          | `reset` | `type` | whoever comes back after too long: everything has to be read again |

          After a cut, send the last `id` as `Last-Event-ID`: nothing is missed and nothing comes
          twice. A silence of 15 s ends with a comment and a newer `id`. The stream ends with the
          access token, when the person is deactivated or the login ended, and when the reader is too
          slow; come back then.
          """)
  @ApiResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = Data.class),
              examples =
                  @ExampleObject(
                      """
                      id: Wm9-qEwO7bT2m0p1n5sQ1A
                      event: intervention.status-changed
                      data: {"type":"intervention.status-changed","interventionId":"0199d3a0-7c1e-7bb1-8d5e-0f6b1f2f7a10"}
                      """)))
  @ApiResponse(
      responseCode = "429",
      description = "Too many requests, or too many open streams of one person",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  void events(
      @RequestHeader(name = "Last-Event-ID", required = false)
          @Parameter(description = "The last `id` heard before a cut")
          @Nullable String lastEventId,
      Caller caller,
      @Parameter(hidden = true) JwtAuthenticationToken token,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Login login = login(caller, token.getToken());
    Instant end = Objects.requireNonNull(token.getToken().getExpiresAt());
    Streams.Stream stream =
        streams.open(caller, () -> feed.listen(login, heardBefore(lastEventId)));
    boolean handedOn = false;
    try {
      // Now that it listens: before, a deactivation could have slipped in between.
      refuseTheBarred(login);
      EventStream.head(response);
      if (HttpMethod.GET.matches(request.getMethod())) {
        var text =
            new EventStream(stream.listener(), cursors, clock, properties.heartbeat(), end);
        text.begin(response.getOutputStream());
        handOn(stream, text, request.startAsync(), response.getOutputStream());
        handedOn = true;
      }
    } finally {
      if (!handedOn) {
        stream.close();
      }
    }
  }

  /**
   * To a thread of its own, for as long as it lasts: the one that came through all the filters has a
   * stack of 30 KB, which a thousand streams would keep in memory.
   */
  private static void handOn(
      Streams.Stream stream, EventStream text, AsyncContext request, OutputStream target) {
    request.setTimeout(NEVER);
    var ending = new Ending();
    request.addListener(ending);
    Thread.ofVirtual()
        .name("live-changes")
        .start(
            () -> {
              try (stream) {
                text.goOn(target);
                request.complete();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              } catch (IOException left) {
                // Nobody reads any longer, or too slowly; the server has noticed it itself.
                log.debug("A stream broke off: {}", left.toString());
              } finally {
                ending.threadHasLeft();
              }
            });
  }

  private @Nullable Long heardBefore(@Nullable String lastEventId) {
    return lastEventId == null || lastEventId.isEmpty()
        ? null
        : Long.valueOf(cursors.open(lastEventId).orElse(Feed.UNKNOWN));
  }

  private static Login login(Caller caller, Jwt token) {
    String session = token.getClaimAsString("accord_session");
    return new Login(
        caller,
        Objects.requireNonNull(token.getIssuedAt()),
        session == null ? null : UUID.fromString(session));
  }

  private void refuseTheBarred(Login login) {
    if (feed.bars(login)) {
      throw Problems.loggedOut();
    }
  }
}
