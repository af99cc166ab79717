package com.accordenergie.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicOriginTest {

  @Test
  void isTheConfiguredOneWhateverTheRequestSays() {
    var origin = new PublicOrigin(URI.create("https://interventions.example"));

    assertThat(origin.seenBy(requestTo("evil.example", 443)))
        .hasToString("https://interventions.example");
  }

  @Test
  void aMachineMayBeCalledByEachOfItsOwnNames() {
    var origin = new PublicOrigin(URI.create("http://localhost:8080"));

    assertThat(origin.seenBy(requestTo("127.0.0.1", 8080))).hasToString("http://127.0.0.1:8080");
    assertThat(origin.seenBy(requestTo("localhost", 8080))).hasToString("http://localhost:8080");
    assertThat(origin.seenBy(requestTo("127.0.0.1", 9999))).hasToString("http://localhost:8080");
    assertThat(origin.seenBy(requestTo("evil.example", 8080))).hasToString("http://localhost:8080");
  }

  private static MockHttpServletRequest requestTo(String host, int port) {
    var request = new MockHttpServletRequest();
    request.setServerName(host);
    request.setServerPort(port);
    return request;
  }
}
