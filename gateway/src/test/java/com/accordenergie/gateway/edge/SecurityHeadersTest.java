package com.accordenergie.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SecurityHeadersTest {

  @Autowired private Asking asking;
  @Autowired private FakeServices services;

  @AfterEach
  void stop() {
    services.stopAll();
  }

  @Test
  void everyAnswerCarriesThem() {
    services.startAll();

    for (String target : List.of("/", "/docs", "/nowhere", "/api/v1/me", "/login")) {
      var headers = asking.get(target).headers();
      assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
      assertThat(headers.allValues("Referrer-Policy")).hasSize(1);
      assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
      assertThat(headers.allValues("Strict-Transport-Security")).hasSize(1);
    }
  }

  @Test
  void aPageThatSaysMoreIsHeardAndNothingIsSaidTwice() {
    services
        .start("auth-service")
        .behaves(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
              exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
              FakeService.answer(exchange, 200, "text/html", "<p>");
            });

    var headers = asking.get("/login").headers();

    assertThat(headers.allValues("Content-Security-Policy")).containsExactly("default-src 'self'");
    assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
  }
}
