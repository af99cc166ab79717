package com.accordenergie.gateway.routing;

import com.accordenergie.gateway.page.Notice;
import com.accordenergie.platform.problem.ProblemException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A refusal of the gateway itself, as the answer of a route: a problem, or a page for somebody who
 * follows a link to the login while nobody is there.
 */
@Component
class ProblemResponses {

  ServerResponse of(ServerRequest request, ProblemException problem) {
    if (isForAPerson(request) && problem.type().status().is5xxServerError()) {
      Notice notice = Notice.unavailable(addressOf(request));
      return ServerResponse.status(notice.status())
          .headers(headers -> headers.putAll(notice.headers()))
          .body(notice.html());
    }
    return ServerResponse.status(problem.type().status())
        .headers(headers -> headers.putAll(problem.headers()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.body());
  }

  private static boolean isForAPerson(ServerRequest request) {
    return request.method() == HttpMethod.GET
        && !request.path().startsWith("/api/")
        && request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
  }

  private static String addressOf(ServerRequest request) {
    String query = request.servletRequest().getQueryString();
    return request.servletRequest().getRequestURI() + (query == null ? "" : "?" + query);
  }
}
