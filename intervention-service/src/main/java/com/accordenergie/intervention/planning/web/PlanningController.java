package com.accordenergie.intervention.planning.web;

import com.accordenergie.intervention.planning.Board;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@AllowedTo({Role.ADMIN, Role.DISPATCHER})
@Tag(name = "Planning")
class PlanningController {

  private static final Duration LONGEST = Duration.ofDays(31);

  private final Board board;

  PlanningController(Board board) {
    this.board = board;
  }

  @GetMapping("/api/v1/planning")
  @Operation(
      operationId = "readPlanning",
      summary = "When all technicians are taken",
      description =
          "The planned slots that touch the time asked for, at most 31 days, in order. Which"
              + " intervention it is shows only to those who may see it.")
  @ApiResponse(responseCode = "200", description = "The slots")
  Page<Board.Planned> planning(
      @RequestParam @Parameter(description = "RFC 3339") Instant from,
      @RequestParam @Parameter(description = "RFC 3339, after `from`") Instant to,
      Caller caller) {
    if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Problems.malformed("?to", "It must be after `from`, by at most 31 days.");
    }
    return new Page<>(board.between(from, to, caller), null);
  }
}
