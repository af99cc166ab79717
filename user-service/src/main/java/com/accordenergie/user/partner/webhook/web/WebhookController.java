package com.accordenergie.user.partner.webhook.web;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import com.accordenergie.user.partner.webhook.NewSecret;
import com.accordenergie.user.partner.webhook.Webhook;
import com.accordenergie.user.partner.webhook.WebhookDetails;
import com.accordenergie.user.partner.webhook.WebhookManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a partner's events are sent, as an admin sets it up. */
@RestController
@RequestMapping(WebhookController.PATH)
@AllowedTo(Role.ADMIN)
@Tag(name = "Webhooks", description = "Where partners' events are sent, and what became of them")
class WebhookController {

  static final String PATH = "/api/v1/partners/{id}/webhooks";

  private final WebhookManagement management;
  private final Clock clock;

  WebhookController(WebhookManagement management, Clock clock) {
    this.management = management;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listWebhooks",
      summary = "The webhooks of a partner",
      description = "For admins. There are five at most, so they come on one page.")
  @ApiResponse(responseCode = "200", description = "All of them, oldest first")
  Page<WebhookView> list(@PathVariable UUID id) {
    return new Page<>(management.of(id).stream().map(WebhookView::of).toList(), null);
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "createWebhook",
      summary = "Send a partner's events somewhere",
      description =
          "For admins. What happens from now on is sent to the `url`, of what the partner may read, as"
              + " the same CloudEvents as in its stream, signed as the Standard Webhooks specification"
              + " has it. The secret is shown here and never again. The `url` is https, on port 443 or"
              + " from 1024 on, without credentials, and leads to the public internet.")
  @ApiResponse(
      responseCode = "201",
      description = "The webhook's secret",
      headers = {
        @Header(name = "ETag", description = "The webhook's version"),
        @Header(name = "Location", description = "Where the webhook is read")
      })
  @ApiResponse(
      responseCode = "409",
      description = "The partner was retired, or has five webhooks",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<NewWebhookView> create(
      @PathVariable UUID id, @RequestBody WebhookDetails details, Caller caller) {
    NewSecret made = management.create(id, details, caller, clock.instant());
    return ResponseEntity.created(
            URI.create(PATH.replace("{id}", id.toString()) + "/" + made.webhook().id()))
        .eTag(ETags.of(made.webhook().version()))
        .cacheControl(CacheControl.noStore())
        .body(NewWebhookView.of(made));
  }

  @GetMapping(path = "/{webhookId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "readWebhook", summary = "One webhook", description = "For admins.")
  @ApiResponse(
      responseCode = "200",
      description = "The webhook",
      headers = @Header(name = "ETag", description = "The webhook's version"))
  ResponseEntity<WebhookView> read(@PathVariable UUID id, @PathVariable UUID webhookId) {
    return answer(management.read(id, webhookId));
  }

  @PatchMapping(
      path = "/{webhookId}",
      consumes = MergePatch.MEDIA_TYPE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "changeWebhook",
      summary = "Change, pause or resume a webhook",
      description =
          "For admins. Nothing is sent to a paused one; resumed, it goes on where it was, as if for the"
              + " first time. What waits goes to the new `url`, and only if it is of the new types.")
  @ApiResponse(
      responseCode = "200",
      description = "The webhook",
      headers = @Header(name = "ETag", description = "The webhook's version"))
  ResponseEntity<WebhookView> change(
      @PathVariable UUID id,
      @PathVariable UUID webhookId,
      IfMatch ifMatch,
      @RequestBody WebhookPatch patch,
      Caller caller) {
    return answer(
        management.change(id, webhookId, ifMatch, patch::applyTo, caller, clock.instant()));
  }

  @DeleteMapping("/{webhookId}")
  @Operation(
      operationId = "deleteWebhook",
      summary = "Delete a webhook",
      description = "For admins. What was not delivered yet is not sent any more.")
  @ApiResponse(responseCode = "204", description = "The webhook is deleted")
  ResponseEntity<Void> delete(
      @PathVariable UUID id, @PathVariable UUID webhookId, IfMatch ifMatch, Caller caller) {
    management.delete(id, webhookId, ifMatch, caller, clock.instant());
    return ResponseEntity.noContent().build();
  }

  @PostMapping(
      path = "/{webhookId}/secret",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Give a webhook a new secret",
      description =
          "For admins. Until the overlap is over, each request carries two signatures, so that the"
              + " receiver changes over when it suits it. The secret is shown here and never again.")
  @ApiResponse(
      responseCode = "200",
      description = "The webhook's new secret",
      headers = @Header(name = "ETag", description = "The webhook's version"))
  ResponseEntity<NewWebhookView> rotate(
      @PathVariable UUID id,
      @PathVariable UUID webhookId,
      @RequestBody SecretRotation rotation,
      Caller caller) {
    NewSecret made =
        management.rotate(id, webhookId, rotation.length(), caller, clock.instant());
    return ResponseEntity.ok()
        .eTag(ETags.of(made.webhook().version()))
        .cacheControl(CacheControl.noStore())
        .body(NewWebhookView.of(made));
  }

  private static ResponseEntity<WebhookView> answer(Webhook webhook) {
    return ResponseEntity.ok().eTag(ETags.of(webhook.version())).body(WebhookView.of(webhook));
  }
}
