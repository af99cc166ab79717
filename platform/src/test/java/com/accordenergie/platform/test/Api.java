package com.accordenergie.platform.test;

import com.accordenergie.platform.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.BufferingClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service's port, as somebody. */
public final class Api {

  private static final ClientHttpRequestFactory REQUESTS = requests();

  /** Signing costs more than many a request; a person's application signs in once in a while, too. */
  private static final Duration TOKEN_IS_KEPT = Duration.ofMinutes(1);

  private final Environment environment;
  private final ObjectProvider<Tokens> tokens;
  private final Map<Caller, Kept> kept = new ConcurrentHashMap<>();

  Api(Environment environment, ObjectProvider<Tokens> tokens) {
    this.environment = environment;
    this.tokens = tokens;
  }

  private record Kept(String token, Instant until) {}

  public RestTestClient as(Caller caller) {
    Instant now = Instant.now();
    return withToken(
        kept.compute(
                caller,
                (who, before) ->
                    before != null && now.isBefore(before.until())
                        ? before
                        : new Kept(tokens.getObject().of(who), now.plus(TOKEN_IS_KEPT)))
            .token());
  }

  public RestTestClient withToken(String token) {
    return RestTestClient.bindToServer(REQUESTS)
        .baseUrl(url())
        .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
        .build();
  }

  /** Nobody, and each whose token opens nothing, by what is wrong with it. */
  public Map<String, RestTestClient> strangers(Caller posingAs) {
    Map<String, RestTestClient> strangers = new LinkedHashMap<>();
    strangers.put("no token", anonymous());
    tokens
        .getObject()
        .useless(posingAs)
        .forEach((wrong, token) -> strangers.put(wrong, withToken(token)));
    return strangers;
  }

  public RestTestClient anonymous() {
    return RestTestClient.bindToServer(REQUESTS).baseUrl(url()).build();
  }

  public String url() {
    return "http://localhost:" + environment.getRequiredProperty("local.server.port");
  }

  /**
   * One pool for all tests. Every answer is the test's to judge, so nothing is tried again, as a 503
   * would be by default; and it is read to its end at once, so that a test which looks at the status
   * only does not keep the connection.
   */
  private static ClientHttpRequestFactory requests() {
    var client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(200)
                    .setMaxConnTotal(200)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    return new InterceptingClientHttpRequestFactory(
        new BufferingClientHttpRequestFactory(new HttpComponentsClientHttpRequestFactory(client)),
        List.of(
            (request, body, execution) -> {
              ClientHttpResponse response = execution.execute(request, body);
              response.getBody();
              response.close();
              return response;
            }));
  }
}
