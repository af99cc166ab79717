package com.accordenergie.user.partner.web;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.user.partner.PartnerManagement;
import com.accordenergie.user.partner.stream.FeedReadings;
import com.accordenergie.user.partner.stream.PartnerStream;
import com.accordenergie.user.partner.stream.PartnerStreams;
import com.accordenergie.user.partner.webhook.delivery.DeliveryManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a partner's program is alive, and how far behind. */
@RestController
@RequestMapping("/api/v1/partners/{id}/activity")
@AllowedTo(Role.ADMIN)
@Tag(name = "Partners")
class PartnerActivityController {

  private final PartnerManagement partners;
  private final PartnerStreams streams;
  private final FeedReadings readings;
  private final DeliveryManagement deliveries;

  PartnerActivityController(
      PartnerManagement partners,
      PartnerStreams streams,
      FeedReadings readings,
      DeliveryManagement deliveries) {
    this.partners = partners;
    this.streams = streams;
    this.readings = readings;
    this.deliveries = deliveries;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readPartnerActivity",
      summary = "How far a partner has come in its events",
      description =
          "For admins. When it last read its feed, where its stream ends, and what each of its webhooks"
              + " has taken from there, delivered, and still tries. When its credentials were last used"
              + " stands with them.")
  @ApiResponse(responseCode = "200", description = "As of now")
  PartnerActivityView read(@PathVariable UUID id) {
    partners.find(id).orElseThrow(Problems::notFound);
    @Nullable PartnerStream stream = streams.current(id).orElse(null);
    return PartnerActivityView.of(
        readings.last(id),
        stream,
        stream == null ? null : streams.head(stream),
        deliveries.standings(id));
  }
}
