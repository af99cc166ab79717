package com.accordenergie.intervention.statistics.web;

import com.accordenergie.intervention.statistics.Figures;
import com.accordenergie.intervention.statistics.Statistics;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@AllowedTo(Role.ADMIN)
@Tag(name = "Statistics")
class StatisticsController {

  private static final int MOST_WEEKS = 53;

  private final Statistics statistics;
  private final Clock clock;

  StatisticsController(Statistics statistics, Clock clock) {
    this.statistics = statistics;
    this.clock = clock;
  }

  @GetMapping("/api/v1/statistics")
  @Operation(
      operationId = "readStatistics",
      summary = "How the work goes",
      description =
          "What is open now, and how what was created in the last weeks went: taken over and"
              + " resolved within the time that its urgency allows, by urgency, week and technician."
              + " Times are minutes; pauses do not count.")
  @ApiResponse(responseCode = "200", description = "The figures")
  Figures statistics(
      @RequestParam(defaultValue = "12")
          @Parameter(description = "1 to 53, the current week included")
          int weeks) {
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw Problems.malformed("?weeks", "It takes 1 to " + MOST_WEEKS + ".");
    }
    return statistics.ofTheLast(weeks, clock.instant());
  }
}
