package com.accordenergie.platform.test;

import com.accordenergie.platform.identity.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service's port, as somebody. */
public final class Api {

  private final Environment environment;
  private final ObjectProvider<Tokens> tokens;

  Api(Environment environment, ObjectProvider<Tokens> tokens) {
    this.environment = environment;
    this.tokens = tokens;
  }

  public RestTestClient as(Caller caller) {
    return withToken(tokens.getObject().of(caller));
  }

  public RestTestClient withToken(String token) {
    return RestTestClient.bindToServer()
        .baseUrl(url())
        .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
        .build();
  }

  public RestTestClient anonymous() {
    return RestTestClient.bindToServer().baseUrl(url()).build();
  }

  public String url() {
    return "http://localhost:" + environment.getRequiredProperty("local.server.port");
  }
}
