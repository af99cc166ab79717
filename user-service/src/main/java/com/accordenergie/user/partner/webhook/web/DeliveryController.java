package com.accordenergie.user.partner.webhook.web;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.user.partner.webhook.delivery.DeliveryFilter;
import com.accordenergie.user.partner.webhook.delivery.DeliveryManagement;
import com.accordenergie.user.partner.webhook.delivery.DeliveryState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was and is to be sent to a webhook. */
@RestController
@RequestMapping(WebhookController.PATH + "/{webhookId}")
@AllowedTo(Role.ADMIN)
@Tag(name = "Webhooks")
class DeliveryController {

  private final DeliveryManagement management;
  private final Clock clock;

  DeliveryController(DeliveryManagement management, Clock clock) {
    this.management = management;
    this.clock = clock;
  }

  @GetMapping(path = "/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "What was and is to be sent to a webhook",
      description =
          "For admins. Newest first. What was delivered is shown for 30 days, what was given up for 90.")
  @ApiResponse(responseCode = "200", description = "A page of deliveries")
  Page<DeliveryView> list(
      @PathVariable UUID id,
      @PathVariable UUID webhookId,
      @Parameter(description = "Only those in this state") @RequestParam(required = false)
          @Nullable DeliveryState state,
      @Parameter(description = "Only those that tell of this") @RequestParam(required = false)
          @Nullable UUID subject,
      PageRequest page) {
    return management
        .find(id, webhookId, new DeliveryFilter(state, subject), page)
        .map(DeliveryView::of);
  }

  @PostMapping(
      path = "/deliveries/{deliveryId}/replay",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "replayWebhookDelivery",
      summary = "Send one delivery again",
      description =
          "For admins. At once, whatever has become of it, with the same `webhook-id`; unless an earlier"
              + " one about the same subject waits, or is being sent.")
  @ApiResponse(responseCode = "202", description = "The delivery, which waits again")
  DeliveryView replay(
      @PathVariable UUID id, @PathVariable UUID webhookId, @PathVariable UUID deliveryId) {
    return DeliveryView.of(management.replay(id, webhookId, deliveryId));
  }

  @PostMapping(
      path = "/deliveries/replay",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "replayWebhook",
      summary = "Send a span of time again",
      description =
          "For admins. With `state`, what was given up of it is tried again. Without, all that happened"
              + " in it is taken from the partner's stream again, up to a year back, in order and before"
              + " anything newer; another such request takes the place of one that is still being read."
              + " Each event comes with the `webhook-id` that it had.")
  @ApiResponse(responseCode = "202", description = "What is sent again")
  ReplayView replayAll(
      @PathVariable UUID id, @PathVariable UUID webhookId, @RequestBody ReplayRequest request) {
    ReplayRequest checked = request.checked(clock.instant());
    Instant from = Objects.requireNonNull(checked.from());
    Instant to = Objects.requireNonNull(checked.to());
    Integer failed = null;
    if (checked.state() == DeliveryState.FAILED) {
      failed = management.replayFailed(id, webhookId, from, to);
    } else {
      management.replayAll(id, webhookId, from, to);
    }
    return new ReplayView(from, to, checked.state(), failed);
  }

  @PostMapping(path = "/test", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "testWebhook",
      summary = "Send a test",
      description =
          "For admins. A `com.accordenergie.partner.webhook.test.v1`, signed and sent like any event, as"
              + " soon as the webhook is active; the deliveries tell what came of it.")
  @ApiResponse(responseCode = "202", description = "The delivery, which waits")
  DeliveryView test(@PathVariable UUID id, @PathVariable UUID webhookId) {
    return DeliveryView.of(management.test(id, webhookId, clock.instant()));
  }
}
