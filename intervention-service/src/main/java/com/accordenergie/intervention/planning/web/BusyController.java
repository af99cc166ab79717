package com.accordenergie.intervention.planning.web;

import com.accordenergie.intervention.planning.BusyTimes;
import com.accordenergie.intervention.planning.BusyTimes.Busy;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Planning")
class BusyController {

  private static final Duration LONGEST = Duration.ofDays(62);

  private final BusyTimes busyTimes;

  BusyController(BusyTimes busyTimes) {
    this.busyTimes = busyTimes;
  }

  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @GetMapping("/api/v1/technicians/{id}/busy")
  @Operation(
      operationId = "readBusyTimes",
      summary = "When a technician is taken",
      description =
          "The planned slots that touch the time asked for, at most 62 days, in order. Which"
              + " intervention it is shows only to those who may see it.")
  @ApiResponse(responseCode = "200", description = "The slots")
  Page<Busy> busy(
      @PathVariable UUID id,
      @RequestParam @Parameter(description = "RFC 3339") Instant from,
      @RequestParam @Parameter(description = "RFC 3339, after `from`") Instant to,
      Caller caller) {
    if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Problems.malformed("?to", "It must be after `from`, by at most 62 days.");
    }
    return new Page<>(busyTimes.of(id, from, to, caller), null);
  }
}
