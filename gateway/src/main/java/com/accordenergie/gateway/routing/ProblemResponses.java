package com.accordenergie.gateway.routing;

import com.accordenergie.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** A refusal of the gateway itself, as the answer of a route. */
@Component
class ProblemResponses {

  ServerResponse of(ProblemException problem) {
    return ServerResponse.status(problem.type().status())
        .headers(headers -> headers.putAll(problem.headers()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.body());
  }
}
