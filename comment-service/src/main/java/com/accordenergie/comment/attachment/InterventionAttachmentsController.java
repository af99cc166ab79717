package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentKind;
import com.accordenergie.comment.AttachmentView;
import com.accordenergie.comment.ClientAttachment;
import com.accordenergie.comment.StaffAttachment;
import com.accordenergie.comment.Visibility;
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
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The attachments of an intervention. */
@RestController
@RequestMapping("/api/v1/interventions/{id}/attachments")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Attachments", description = "Photos of an intervention, and the client's signature")
class InterventionAttachmentsController {

  private final AttachmentReading reading;
  private final Attaching attaching;
  private final Forms forms;
  private final Clock clock;

  InterventionAttachmentsController(
      AttachmentReading reading, Attaching attaching, Forms forms, Clock clock) {
    this.reading = reading;
    this.attaching = attaching;
    this.forms = forms;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listAttachments",
      summary = "What is attached, oldest first",
      description = "A client reads of the public ones only. Removed ones are gone.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of attachments, without their pictures",
      content = @Content(schema = @Schema(oneOf = {StaffPage.class, ClientPage.class})))
  Page<?> list(Caller caller, @PathVariable UUID id, PageRequest request) {
    return reading.page(caller, id, request);
  }

  @PostMapping(
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "addAttachment",
      summary = "Attach a photo, or the client's signature",
      description =
          "A JPEG, PNG or WebP picture, told by its content, of at most 10 MB and 50 megapixels"
              + " (WebP 5, progressive JPEG 16). It is drawn anew, the right way up, with none of the"
              + " file's metadata: photos as JPEG of at most 2560 pixels a side, signatures as PNG of"
              + " at most 1280 and 2 MiB, which a photograph is not. What is no such picture answers"
              + " 422 `unusable-image`. A client attaches public photos only: anything else answers 403. A technician"
              + " whom the intervention was taken from adds what they took (`takenAt`) while it was theirs. Repeated with its"
              + " `Idempotency-Key`, a form is the same when its parts are, in the same order; the"
              + " boundary between them, file names and part headers do not count.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = AttachmentForm.class),
                      encoding =
                          @Encoding(
                              name = "file",
                              contentType = "image/jpeg, image/png, image/webp"))))
  @ApiResponse(
      responseCode = "201",
      description = "The attachment",
      headers = {
        @Header(name = "Location", description = "The attachment's address"),
        @Header(name = "ETag", description = "The attachment's version")
      },
      content = @Content(schema = @Schema(oneOf = {StaffAttachment.class, ClientAttachment.class})))
  @ApiResponse(
      responseCode = "413",
      description = "The file is larger than 10 MB",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  @ApiResponse(
      responseCode = "415",
      description = "The body is no multipart form",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  @ApiResponse(
      responseCode = "422",
      description =
          "The file is not a usable picture, or some values are not possible; `errors` says which",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<AttachmentView> add(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> fields,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, MultipartFile> files) {
    NewAttachment what = forms.fields(fields, NewAttachment.class);
    UUID added = attaching.add(caller, id, what, forms.file(files), clock.instant());
    AttachmentView view = reading.own(caller, added);
    return ResponseEntity.created(URI.create("/api/v1/attachments/" + added))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  /** For the description only: how the form is made up. */
  @Schema(name = "NewAttachment")
  private record AttachmentForm(
      @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
          byte[] file,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) AttachmentKind kind,
      @Schema(description = "Needed for a photo; a signature is always public")
          @Nullable Visibility visibility,
      @Schema(maxLength = NewAttachment.MAX_CAPTION) @Nullable String caption,
      @Schema(
              maxLength = NewAttachment.MAX_SIGNER,
              description = "Needed for a signature, and for nothing else")
          @Nullable String signer,
      @Schema(description = "When the device says that it was taken") @Nullable Instant takenAt) {}

  /** For the description only: a generic page hides what it holds. */
  @Schema(name = "StaffAttachmentPage")
  private record StaffPage(List<StaffAttachment> items, @Nullable String nextCursor) {}

  @Schema(name = "ClientAttachmentPage")
  private record ClientPage(List<ClientAttachment> items, @Nullable String nextCursor) {}
}
