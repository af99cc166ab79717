package com.accordenergie.comment;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One comment. */
@RestController
@RequestMapping("/api/v1/comments/{id}")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Comments")
class CommentController {

  private final CommentReading reading;
  private final Commenting commenting;
  private final CommentHistory history;
  private final Clock clock;

  CommentController(
      CommentReading reading, Commenting commenting, CommentHistory history, Clock clock) {
    this.reading = reading;
    this.commenting = commenting;
    this.history = history;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "readComment", summary = "One comment")
  @ApiResponse(
      responseCode = "200",
      description = "The comment; without its body once it was removed",
      headers = @Header(name = "ETag", description = "The comment's version"),
      content = @Content(schema = @Schema(oneOf = {StaffComment.class, ClientComment.class})))
  ResponseEntity<CommentView> read(Caller caller, @PathVariable UUID id) {
    return answer(reading.comment(caller, id));
  }

  @PatchMapping(
      consumes = MergePatch.MEDIA_TYPE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "editComment",
      summary = "Correct one's own comment",
      description =
          "For 15 minutes after it was written; what it said before stays in its history. Later it"
              + " answers 403 `comment-window-over`, and 409 `comment-removed` when it was removed.")
  @ApiResponse(
      responseCode = "200",
      description = "The comment",
      headers = @Header(name = "ETag", description = "The comment's version"),
      content = @Content(schema = @Schema(oneOf = {StaffComment.class, ClientComment.class})))
  @ApiResponse(
      responseCode = "409",
      description = "The comment was removed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<CommentView> edit(
      Caller caller, @PathVariable UUID id, IfMatch ifMatch, @RequestBody CommentPatch patch) {
    commenting.edit(caller, id, ifMatch, patch.text(), clock.instant());
    return answer(reading.comment(caller, id));
  }

  @DeleteMapping
  @Operation(
      operationId = "removeComment",
      summary = "Take back one's own comment",
      description =
          "For 15 minutes after it was written. It leaves a tombstone in the thread, and what it said"
              + " stays in its history.")
  @ApiResponse(
      responseCode = "204",
      description = "It was removed",
      headers = @Header(name = "ETag", description = "The tombstone's version"))
  @ApiResponse(
      responseCode = "409",
      description = "It was removed before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id, IfMatch ifMatch) {
    long version = commenting.remove(caller, id, ifMatch, clock.instant());
    return ResponseEntity.noContent().eTag(ETags.of(version)).build();
  }

  @GetMapping(path = "/history", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readCommentHistory",
      summary = "What a comment said and says, oldest first",
      description = "For its author and the admin.")
  @ApiResponse(responseCode = "200", description = "A page of the comment's versions")
  Page<CommentVersion> history(Caller caller, @PathVariable UUID id, PageRequest request) {
    return history.read(caller, id, request);
  }

  private static ResponseEntity<CommentView> answer(CommentView comment) {
    return ResponseEntity.ok().eTag(ETags.of(comment.version())).body(comment);
  }
}
