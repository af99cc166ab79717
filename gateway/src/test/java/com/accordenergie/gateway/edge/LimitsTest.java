package com.accordenergie.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import com.accordenergie.gateway.support.Problem;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How much, and how often. */
@GatewayTest
class LimitsTest {

  private static final String ATTACHMENTS =
      "/api/v1/interventions/0199a9f4-5f6b-7c3e-8d1a-2b3c4d5e6f70/attachments";

  private static final int MEGABYTE = 1 << 20;

  @Autowired private Asking asking;
  @Autowired private FakeServices services;
  private FakeService users;
  private FakeService auth;

  @BeforeEach
  void start() {
    users = services.start("user-service");
    auth = services.start("auth-service");
  }

  @AfterEach
  void stop() {
    services.stopAll();
  }

  @Test
  void aMegabyteIsRead() {
    assertThat(asking.post("/api/v1/clients", " ".repeat(MEGABYTE)).statusCode()).isEqualTo(200);
    assertThat(users.onlyRequest().body()).hasSize(MEGABYTE);
  }

  @Test
  void aLargerBodyIsRefusedBeforeItIsRead() {
    var response = asking.post("/api/v1/clients", " ".repeat(10 * MEGABYTE));

    Problem.in(response, 413, "body-too-large");
    assertThat(users.received()).isEmpty();
  }

  @Test
  void aLargerBodyThatDoesNotSaySoIsRefusedWhileItIsRead() {
    byte[] large = new byte[3 * MEGABYTE];

    var response =
        asking.send(
            "/api/v1/clients",
            request ->
                request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

    Problem.in(response, 413, "body-too-large");
  }

  @Test
  void aFileMayBeLargerOnTheOneRouteThatTakesFiles() {
    var comments = services.start("comment-service");
    byte[] large = new byte[10 * MEGABYTE];

    assertThat(upload(ATTACHMENTS, "multipart/form-data; boundary=x", large).statusCode())
        .isEqualTo(200);

    assertThat(comments.onlyRequest().body()).hasSize(10 * MEGABYTE);
    assertThat(comments.onlyRequest().header("Content-Type"))
        .isEqualTo("multipart/form-data; boundary=x");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
    services.start("comment-service");
    byte[] tooLarge = new byte[11 * MEGABYTE];

    Problem.in(upload(ATTACHMENTS, "multipart/form-data; boundary=x", tooLarge), 413, "body-too-large");
    Problem.in(
        asking.send(
            ATTACHMENTS,
            request ->
                request
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))),
        413,
        "body-too-large");
  }

  @Test
  void whatIsNoFormOrComesElsewhereIsNoFile() {
    services.start("comment-service");
    byte[] large = new byte[2 * MEGABYTE];

    Problem.in(upload(ATTACHMENTS, "application/json", large), 413, "body-too-large");
    Problem.in(
        upload("/api/v1/clients", "multipart/form-data; boundary=x", large), 413, "body-too-large");
    assertThat(services.received()).isEmpty();
  }

  private HttpResponse<String> upload(String path, String type, byte[] body) {
    return asking.send(
        path,
        request ->
            request.header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  @Test
  void whoeverTriesToLogInTooOftenWaits() {
    HttpResponse<String> response = logInFrom("198.51.100.20");
    for (int i = 0; i < 60 && response.statusCode() == 200; i++) {
      response = logInFrom("198.51.100.20");
    }

    Problem.in(response, 429, "too-many-requests");
    assertThat(Problem.retryAfter(response)).isPositive();
    assertThat(auth.received()).hasSizeBetween(20, 60);
    assertThat(logInFrom("198.51.100.21").statusCode()).isEqualTo(200);
  }

  @Test
  void readingTheLoginPageIsNotLoggingIn() {
    for (int i = 0; i < 30; i++) {
      assertThat(asking.get("/login").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPersonWhoAsksTooOftenWaitsAndNobodyElseDoes() {
    String token = asking.token();
    HttpResponse<String> response = askWith(token);
    for (int i = 0; i < 200 && response.statusCode() == 200; i++) {
      response = askWith(token);
    }

    Problem.in(response, 429, "too-many-requests");
    assertThat(Problem.retryAfter(response)).isPositive();
    assertThat(askWith(asking.token()).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> logInFrom(String address) {
    return asking.throughProxy(
        "/login",
        request ->
            request.header("X-Forwarded-For", address).POST(BodyPublishers.ofString("username=x")));
  }

  private HttpResponse<String> askWith(String token) {
    return asking.get("/api/v1/me", request -> request.setHeader("Authorization", token));
  }
}
