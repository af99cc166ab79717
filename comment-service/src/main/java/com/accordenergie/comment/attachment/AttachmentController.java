package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentView;
import com.accordenergie.comment.ClientAttachment;
import com.accordenergie.comment.StaffAttachment;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One attachment, and its picture. */
@RestController
@RequestMapping("/api/v1/attachments/{id}")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Attachments")
class AttachmentController {

  private final AttachmentReading reading;
  private final Attaching attaching;
  private final PictureStore pictures;
  private final FileNames names;
  private final Clock clock;

  AttachmentController(
      AttachmentReading reading,
      Attaching attaching,
      PictureStore pictures,
      FileNames names,
      Clock clock) {
    this.reading = reading;
    this.attaching = attaching;
    this.pictures = pictures;
    this.names = names;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "readAttachment", summary = "What is said of one attachment")
  @ApiResponse(
      responseCode = "200",
      description = "The attachment, without its picture",
      headers = @Header(name = "ETag", description = "The attachment's version"),
      content = @Content(schema = @Schema(oneOf = {StaffAttachment.class, ClientAttachment.class})))
  ResponseEntity<AttachmentView> read(Caller caller, @PathVariable UUID id) {
    AttachmentView view = reading.view(caller, id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }

  @GetMapping(
      path = "/content",
      produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
  @Operation(
      operationId = "readAttachmentContent",
      summary = "The picture",
      description = "Photos are JPEG, signatures PNG. It never changes, so it may be kept for ever.")
  @ApiResponse(
      responseCode = "200",
      description = "The picture",
      headers = {
        @Header(name = "ETag", description = "The attachment's version"),
        @Header(name = "Content-Disposition", description = "A name to save it under")
      },
      content = {
        @Content(
            mediaType = MediaType.IMAGE_JPEG_VALUE,
            schema = @Schema(type = "string", format = "binary")),
        @Content(
            mediaType = MediaType.IMAGE_PNG_VALUE,
            schema = @Schema(type = "string", format = "binary"))
      })
  ResponseEntity<Resource> content(Caller caller, @PathVariable UUID id) {
    Attachment attachment = reading.picture(caller, id);
    return picture(attachment)
        .contentLength(attachment.size())
        .body(new InputStreamResource(() -> pictures.content(id, attachment.size())));
  }

  @GetMapping(
      path = "/thumbnail",
      produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
  @Operation(
      operationId = "readAttachmentThumbnail",
      summary = "The picture, at most 320 pixels a side")
  @ApiResponse(
      responseCode = "200",
      description = "The small picture",
      headers = {
        @Header(name = "ETag", description = "The attachment's version"),
        @Header(name = "Content-Disposition", description = "A name to save it under")
      },
      content = {
        @Content(
            mediaType = MediaType.IMAGE_JPEG_VALUE,
            schema = @Schema(type = "string", format = "binary")),
        @Content(
            mediaType = MediaType.IMAGE_PNG_VALUE,
            schema = @Schema(type = "string", format = "binary"))
      })
  ResponseEntity<byte[]> thumbnail(Caller caller, @PathVariable UUID id) {
    Attachment attachment = reading.picture(caller, id);
    return picture(attachment).body(pictures.thumbnail(id));
  }

  @DeleteMapping
  @Operation(
      operationId = "removeAttachment",
      summary = "Take away one's own attachment",
      description =
          "For 15 minutes after it was attached; later it answers 403 `attachment-window-over`. The"
              + " picture is gone for everybody; the thread still shows that something was there.")
  @ApiResponse(
      responseCode = "204",
      description = "It was removed",
      headers = @Header(name = "ETag", description = "The tombstone's version"))
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id, IfMatch ifMatch) {
    long version = attaching.remove(caller, id, ifMatch, clock.instant());
    return ResponseEntity.noContent().eTag(ETags.of(version)).build();
  }

  /** Whoever opens it alone in a window sees a picture and nothing that could run. */
  private ResponseEntity.BodyBuilder picture(Attachment attachment) {
    return ResponseEntity.ok()
        .eTag(ETags.of(attachment.version()))
        .contentType(MediaType.parseMediaType(attachment.mediaType()))
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(names.of(attachment)).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
