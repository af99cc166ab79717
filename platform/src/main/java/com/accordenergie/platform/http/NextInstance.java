package com.accordenergie.platform.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Lets the load balancer choose once more when no connection came about: discovery needs some seconds to
 * notice that an instance was killed. What was never sent is not asked twice by that.
 */
final class NextInstance implements ClientHttpRequestInterceptor {

  /** Two that were killed one after the other, and the one that stands in for them. */
  private static final int CHOICES = 3;

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution chosen) throws IOException {
    for (int choice = 1; ; choice++) {
      try {
        return chosen.execute(request, body);
      } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException gone) {
        if (choice == CHOICES) {
          throw gone;
        }
      }
    }
  }
}
