package com.accordenergie.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.GatewayTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The built client's place is taken by the small one in this test's own resources. */
@GatewayTest
class PagesTest {

  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
  private static final Pattern NONCE = Pattern.compile("nonce=\"([A-Za-z0-9+/]{22}==)\"");

  @Autowired private Asking asking;

  @Test
  void everyScreensAddressIsAnsweredWithTheClientsPage() {
    for (String address :
        List.of("/", "/interventions", "/interventions/0190", "/planning", "/clients/0190",
            "/administration/users", "/administration/partners/0190",
            "/administration/partners/0190/webhooks/0190", "/waiting", "/reconnected",
            "/index.html")) {
      var page = asking.get(address);

      assertThat(page.statusCode()).as(address).isEqualTo(200);
      assertThat(page.body()).contains("the built client");
      assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    }
  }

  @Test
  void thePageRunsOurScriptsOnlyAndItsStylesCarryANonceOfTheirOwn() {
    var page = asking.get("/");
    var another = asking.get("/");

    String nonce = nonce(page.body());
    assertThat(nonce).isNotEqualTo(nonce(another.body()));
    assertThat(header(page, "Content-Security-Policy"))
        .contains("script-src 'self';", "style-src 'self' 'nonce-" + nonce + "'")
        .contains("frame-ancestors 'none'", "connect-src 'self'", "default-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void whatHasItsContentInItsNameIsKeptForEverAndComesCompressed() {
    var script = asking.get(
            "/app/main-1a2b.js", request -> request.header("Accept-Encoding", "br, gzip"));

    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(header(script, "Cache-Control")).contains("immutable", "max-age=31536000");
    assertThat(header(script, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(script, "Vary")).contains("Accept-Encoding");
    assertThat(asking.get("/app/main-1a2b.js").headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void ofTwoCompressedOnesTheSmallerIsGivenWhicheverIsNamedFirst() {
    for (String accepted : List.of("gzip, deflate, br, zstd", "br, gzip")) {
      var script = asking.get(
              "/app/first-3c4d.js", request -> request.header("Accept-Encoding", accepted));

      assertThat(script.headers().allValues("Content-Encoding"))
          .as(accepted)
          .containsExactly("br");
    }
    var script = asking.get(
            "/app/first-3c4d.js", request -> request.header("Accept-Encoding", "gzip"));
    assertThat(header(script, "Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void theServiceWorkerIsLookedAtAnewEveryTimeAndMayFetch() {
    var worker = asking.get("/sw.js");

    assertThat(header(worker, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(worker, "Content-Type")).startsWith("text/javascript");
    assertThat(header(worker, "Content-Security-Policy")).contains("connect-src 'self'");
  }

  @Test
  void theReaderOfTheApiDocumentLoadsEverythingFromHere() {
    var page = asking.get("/docs");

    assertThat(header(page, "Content-Security-Policy"))
        .contains("script-src 'self';")
        .contains("connect-src 'self'");
    var loaded = LOADED.matcher(page.body()).results().map(found -> found.group(1)).toList();
    assertThat(loaded).hasSize(3).allSatisfy(path -> {
      assertThat(path).startsWith("/");
      assertThat(asking.get(path).statusCode()).as(path).isEqualTo(200);
    });
  }

  @Test
  void ofTheGatewayItselfOnlyItsHealthIsPublic() {
    assertThat(asking.get("/actuator/health").body())
        .contains("\"status\":\"UP\"")
        .doesNotContain("components", "details");
    assertThat(asking.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(asking.get("/actuator/info").statusCode()).isEqualTo(404);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  private static String nonce(String page) {
    var found = NONCE.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
