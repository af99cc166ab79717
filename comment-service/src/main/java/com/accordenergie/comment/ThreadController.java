package com.accordenergie.comment;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The thread of an intervention. */
@RestController
@RequestMapping("/api/v1/interventions/{id}/comments")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Comments", description = "The conversation about an intervention")
class ThreadController {

  private final CommentReading reading;
  private final Commenting commenting;
  private final Clock clock;

  ThreadController(CommentReading reading, Commenting commenting, Clock clock) {
    this.reading = reading;
    this.commenting = commenting;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readThread",
      summary = "Comments and status changes on one time line",
      description =
          "Staff read everything. A client reads the public comments, and the status changes in the"
              + " wording meant for clients.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the thread",
      content = @Content(schema = @Schema(oneOf = {StaffPage.class, ClientPage.class})))
  Page<?> read(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(
              description = "`createdAt` for the oldest first, `-createdAt` for the newest first",
              schema =
                  @Schema(
                      allowableValues = {"createdAt", "-createdAt"},
                      defaultValue = "createdAt"))
          @RequestParam(required = false)
          @Nullable String sort,
      PageRequest request) {
    return reading.thread(caller, ThreadPage.of(id, ThreadOrder.of(sort), request));
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "addComment",
      summary = "Say something",
      description =
          "A client's comments are public: `INTERNAL` answers 403. What a device could not send at"
              + " once says when it was written in `writtenAt`: up to 30 days back and not in the"
              + " future. The thread stays in the order in which comments came. A technician whom the"
              + " intervention was taken from meanwhile adds what they wrote while it was theirs.")
  @ApiResponse(
      responseCode = "201",
      description = "The comment",
      headers = {
        @Header(name = "Location", description = "The comment's address"),
        @Header(name = "ETag", description = "The comment's version")
      },
      content = @Content(schema = @Schema(oneOf = {StaffComment.class, ClientComment.class})))
  ResponseEntity<CommentView> add(
      Caller caller, @PathVariable UUID id, @RequestBody @Valid NewComment comment) {
    UUID added =
        commenting.add(
            caller,
            id,
            comment.visibility(),
            new CommentBody(comment.body()),
            comment.writtenAt(),
            clock.instant());
    CommentView view = reading.own(caller, added);
    return ResponseEntity.created(URI.create("/api/v1/comments/" + added))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  /** For the description only: a generic page hides what it holds. */
  @Schema(name = "StaffThreadPage")
  private record StaffPage(List<StaffEntry> items, @Nullable String nextCursor) {}

  @Schema(name = "ClientThreadPage")
  private record ClientPage(List<ClientEntry> items, @Nullable String nextCursor) {}
}
