package com.accordenergie.platform.test;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to server-sent events as a browser does, until it is cut. */
public final class EventStream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final HttpResponse<InputStream> response;
  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
  private final AtomicInteger comments = new AtomicInteger();
  private final Thread reading;
  private volatile @Nullable String lastId;

  private EventStream(HttpResponse<InputStream> response, @Nullable String lastId) {
    this.response = response;
    this.lastId = lastId;
    this.reading = Thread.ofVirtual().start(this::read);
  }

  /**
   * @param at when it was heard, as {@link System#nanoTime()} counts
   */
  public record Heard(@Nullable String id, String type, JsonNode data, long at) {

    public String value(String name) {
      return data.path(name).asString("");
    }
  }

  /**
   * @param url of the service or the gateway, without the path
   * @param lastEventId what was heard before a cut
   */
  public static EventStream open(String url, String token, @Nullable String lastEventId) {
    return opened(ask(url, token, lastEventId), lastEventId);
  }

  /** As a page does that holds a session's cookies, and no token. */
  public static EventStream openWithCookies(String url, String cookies) {
    return opened(ask(url, "Cookie", cookies, null), null);
  }

  private static EventStream opened(
      HttpResponse<InputStream> response, @Nullable String lastEventId) {
    if (response.statusCode() != 200) {
      throw new AssertionError("the stream was refused with " + response.statusCode());
    }
    return new EventStream(response, lastEventId);
  }

  /** The answer as it comes. */
  public static HttpResponse<InputStream> ask(
      String url, String token, @Nullable String lastEventId) {
    return ask(url, "Authorization", "Bearer " + token, lastEventId);
  }

  private static HttpResponse<InputStream> ask(
      String url, String header, String credentials, @Nullable String lastEventId) {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/events"))
            .header("Accept", "text/event-stream")
            .header(header, credentials)
            .timeout(PATIENCE);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException failed) {
      throw new IllegalStateException("the stream did not open", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String id = lastId;
      String type = "message";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          lastId = id;
          if (!data.isEmpty()) {
            heard.add(new Heard(id, type, JSON.readTree(data), System.nanoTime()));
          }
          type = "message";
          data = "";
        } else if (line.startsWith(":")) {
          comments.incrementAndGet();
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
    } catch (IOException cut) {
      // What was heard before stays heard.
    }
  }

  public HttpResponse<InputStream> response() {
    return response;
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** How many comments there were: they fill a silence. */
  public int comments() {
    return comments.get();
  }

  /** Where to go on; null when not even a place was told. */
  public @Nullable String lastId() {
    return lastId;
  }

  public boolean hasEnded() {
    return !reading.isAlive();
  }

  /** Waits for it; fails when it does not come, or when the stream ends before. */
  public Heard hears(String what, Predicate<Heard> wanted) {
    waitFor(what, () -> heard.stream().anyMatch(wanted));
    return heard.stream().filter(wanted).findFirst().orElseThrow();
  }

  public void awaitPlace() {
    waitFor("a place to go on from", () -> lastId != null);
  }

  public void awaitEnd() {
    waitFor("the end of the stream", this::hasEnded);
  }

  private static void waitFor(String what, Callable<Boolean> condition) {
    await(what)
        .dontCatchUncaughtExceptions() // An instance that stops has threads that complain of it.
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(condition);
  }

  /** Cuts it off, wherever it stands. */
  @Override
  public void close() {
    try {
      response.body().close();
      reading.join(PATIENCE);
    } catch (IOException alreadyCut) {
      // Cut it is.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
