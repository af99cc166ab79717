package com.accordenergie.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import com.accordenergie.gateway.support.Problem;
import com.accordenergie.platform.test.EventStream;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What passes while it is still going on. */
@GatewayTest
@TestPropertySource(
    properties = {"accord.gateway.upstream.silence=8s", "accord.gateway.upstream.streams=12"})
class EventStreamsTest {

  private static final String END = "";

  @Autowired private Asking asking;
  @Autowired private FakeServices services;

  private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
  private final AtomicInteger hungUp = new AtomicInteger();
  private FakeService interventions;
  private volatile boolean over;

  @BeforeEach
  void start() {
    services.start("user-service");
    interventions = services.start("intervention-service").behaves(this::stream);
  }

  @AfterEach
  void stop() {
    over = true;
    services.stopAll();
  }

  /** Says what the test says, until the other end hangs up. */
  private void stream(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-cache, no-transform");
    exchange.getResponseHeaders().set("X-Accel-Buffering", "no");
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    try {
      say(body, "id: 0\n\n");
      String word = words.poll(100, TimeUnit.MILLISECONDS);
      while (!over && !END.equals(word)) {
        say(body, word == null && interventions.received().size() > 1 ? ":\n\n" : word);
        word = words.poll(100, TimeUnit.MILLISECONDS);
      }
    } catch (IOException gone) {
      hungUp.incrementAndGet();
    }
  }

  private static void say(OutputStream body, @Nullable String word) throws IOException {
    if (word != null) {
      body.write(word.getBytes(StandardCharsets.UTF_8));
      body.flush();
    }
  }

  private void tell(int id) {
    words.add("id: " + id + "\nevent: user.updated\ndata: {\"type\":\"user.updated\"}\n\n");
  }

  private EventStream open() {
    return EventStream.open(
        "http://127.0.0.1:" + asking.port(), asking.token().replace("Bearer ", ""), "before");
  }

  @Test
  void everyWordIsPassedOnAtOnce() {
    try (EventStream stream = open()) {
      stream.awaitPlace();
      for (int id = 1; id <= 3; id++) {
        tell(id);
        String wanted = String.valueOf(id);
        stream.hears("word " + id, heard -> wanted.equals(heard.id()));
      }
      var headers = stream.response().headers();
      assertThat(headers.allValues("Cache-Control")).containsExactly("no-cache, no-transform");
      assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
      assertThat(interventions.onlyRequest().header("Last-Event-ID")).isEqualTo("before");
      words.add(END);
      stream.awaitEnd();
    }
  }

  @Test
  void aStreamOutlivesEveryOtherAnswer() {
    try (EventStream stream = open()) {
      long start = System.nanoTime();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> System.nanoTime() - start > Duration.ofSeconds(3).toNanos());
      tell(1);
      stream.hears("a word after three seconds", heard -> "1".equals(heard.id()));
    }
  }

  @Test
  void aSilenceThatIsTooLongEndsIt() {
    try (EventStream stream = open()) {
      stream.awaitPlace();
      stream.awaitEnd();
    }
  }

  @Test
  void whoeverHangsUpIsHungUpOnAtTheServiceToo() {
    EventStream first = open();
    EventStream second = open();
    first.awaitPlace();
    second.awaitPlace();

    first.close();
    second.close();

    await().atMost(Duration.ofSeconds(10)).until(() -> hungUp.get() == 2);
  }

  @Test
  void streamsHavePlacesOfTheirOwn() {
    List<EventStream> streams = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      streams.add(open());
    }

    Problem.in(asking.get("/api/v1/events"), 503, "temporarily-unavailable");
    assertThat(asking.get("/api/v1/me").statusCode()).isEqualTo(200);

    streams.forEach(EventStream::close);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> open().close());
  }

  @Test
  void aRefusalPassesAsItIs() {
    interventions.behaves(
        exchange ->
            FakeService.answer(
                exchange,
                429,
                "application/problem+json",
                "{\"type\":\"urn:accord:problem:too-many-requests\",\"status\":429}"));

    assertThat(asking.get("/api/v1/events").statusCode()).isEqualTo(429);
  }
}
