package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.user.partner.webhook.WebhookProperties;
import com.accordenergie.user.partner.webhook.address.AddressGuard;
import com.accordenergie.user.partner.webhook.address.InsideAddressException;
import com.accordenergie.user.partner.webhook.address.ReceiverUrl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes one attempt: over connections to addresses that were checked, without redirects, cookies or a
 * second try, and for no longer than it may take.
 */
@Component
class Courier implements DisposableBean {

  private static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json");
  private static final String NAME = "AccordEnergie-Webhooks/1";
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final int CONNECTIONS_TO_ONE = 64;

  /** A name that leads elsewhere is noticed by then, though the old connection still serves. */
  private static final TimeValue CONNECTION_LIFE = TimeValue.ofSeconds(60);

  private final WebhookProperties properties;
  private final Clock clock;
  private final CloseableHttpClient client;

  Courier(AddressGuard guard, WebhookProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
    this.client = client(guard, properties);
  }

  private static CloseableHttpClient client(AddressGuard guard, WebhookProperties properties) {
    Timeout timeout = Timeout.of(properties.timeout());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(guard)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .setTimeToLive(CONNECTION_LIFE)
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(timeout).build())
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent(NAME)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  Outcome send(String url, Map<String, String> headers, byte[] body) throws InterruptedException {
    long began = System.nanoTime();
    String fault = ReceiverUrl.fault(url, properties.plainHttp());
    if (fault != null) {
      return failed(fault, began);
    }
    HttpPost request = new HttpPost(URI.create(url));
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, CLOUD_EVENT));
    CompletableFuture<Outcome> answer = start(request, began);
    try {
      return answer.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      return failed(reason(failed.getCause()), began);
    } catch (TimeoutException late) {
      // From here on nothing is sent any more, and nobody listened to.
      request.cancel();
      return failed(reason(late), began);
    } catch (InterruptedException stopped) {
      request.cancel();
      throw stopped;
    }
  }

  private CompletableFuture<Outcome> start(HttpPost request, long began) {
    CompletableFuture<Outcome> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("webhook-attempt")
        .start(
            () -> {
              try (ClassicHttpResponse response =
                  client.executeOpen(RoutingSupport.determineHost(request), request, null)) {
                answer.complete(read(response, began));
              } catch (IOException | HttpException | RuntimeException failed) {
                answer.completeExceptionally(failed);
              }
            });
    return answer;
  }

  private Outcome read(ClassicHttpResponse response, long began) throws IOException {
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    int status = response.getCode();
    Duration retryAfter =
        status == TOO_MANY_REQUESTS || status == UNAVAILABLE
            ? retryAfter(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
            : null;
    readOn(response.getEntity());
    return new Outcome(status, null, retryAfter, took);
  }

  /**
   * What the answer says is nobody's to read; but a connection is only used again once it has been.
   * One that says more than it may is closed with the response.
   */
  private static void readOn(@Nullable HttpEntity entity) throws IOException {
    if (entity != null) {
      entity.getContent().readNBytes((int) WebhookProperties.MOST_OF_AN_ANSWER.toBytes() + 1);
    }
  }

  private @Nullable Duration retryAfter(@Nullable Header header) {
    if (header == null) {
      return null;
    }
    String value = header.getValue().strip();
    try {
      Duration wait =
          value.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  clock.instant(),
                  Instant.from(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)));
      return wait.isNegative() ? null : wait;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Outcome failed(String reason, long began) {
    return new Outcome(null, reason, null, Duration.ofNanos(System.nanoTime() - began));
  }

  private String reason(@Nullable Throwable failure) {
    return switch (failure) {
      case InsideAddressException inside -> "its name leads to an address that is not called";
      case UnknownHostException unknown -> "no address is known for its name";
      case SSLException untrusted -> "no trusted TLS connection";
      case TimeoutException late -> tooLate();
      case InterruptedIOException late -> tooLate();
      case null, default -> "no connection, or one that broke";
    };
  }

  private String tooLate() {
    return "no answer within " + properties.timeout().toMillis() + " ms";
  }

  @Override
  public void destroy() throws IOException {
    client.close();
  }
}
