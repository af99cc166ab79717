package com.accordenergie.user.partner.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.user.partner.webhook.Receiver;
import com.accordenergie.user.partner.webhook.Receiver.Answer;
import com.accordenergie.user.partner.webhook.WebhookProperties;
import com.accordenergie.user.partner.webhook.address.AddressGuard;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** One attempt, on the wire. */
class CourierTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final CountDownLatch end = new CountDownLatch(1);
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    end.countDown();
    receiver.close();
  }

  /** Answers each look-up with the next of these, and counts them. */
  private static final class Names implements DnsResolver {

    private final Queue<String> addresses;

    Names(String... addresses) {
      this.addresses = new ArrayDeque<>(Arrays.asList(addresses));
    }

    @Override
    public InetAddress[] resolve(String host) {
      return new InetAddress[] {InetAddress.ofLiteral(addresses.remove())};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private static Courier courier(DnsResolver names, String... allowed) {
    WebhookProperties properties =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        "accord.webhooks.plain-http", "true", "accord.webhooks.timeout", "500ms")))
            .bindOrCreate("accord.webhooks", WebhookProperties.class);
    return new Courier(
        new AddressGuard(names, List.of(allowed)), properties, Clock.systemUTC());
  }

  private String named(String host) {
    return "http://" + host + ":" + URI.create(receiver.url()).getPort() + "/events";
  }

  private static Outcome send(Courier courier, String url) throws InterruptedException {
    return courier.send(url, Map.of(), BODY);
  }

  @Test
  void aNameThatLeadsInsideTheSecondTimeIsNotFollowed() throws Exception {
    // What is allowed here stands for the public internet.
    Names names = new Names("127.0.0.1", "127.0.0.2");
    Courier courier = courier(names, "127.0.0.1/32");
    receiver.answering(call -> Answer.of(204).with("Connection", "close"));

    assertThat(send(courier, named("rebinding.example")).isDelivered()).isTrue();
    Outcome second = send(courier, named("rebinding.example"));

    assertThat(second.error()).contains("address that is not called");
    assertThat(receiver.calls()).hasSize(1);
  }

  @Test
  void whatWasCheckedIsWhatIsCalledWithoutASecondLook() throws Exception {
    Names names = new Names("127.0.0.1");
    Outcome outcome = send(courier(names, "127.0.0.1/32"), named("once.example"));

    assertThat(outcome.isDelivered()).isTrue();
    assertThat(names.addresses).as("a second look would have failed").isEmpty();
    assertThat(receiver.calls().getFirst().header("host")).startsWith("once.example:");
  }

  @Test
  void anAddressInTheUrlIsCheckedToo() throws Exception {
    for (String host : List.of("127.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "localhost")) {
      Outcome outcome =
          send(
              courier(SystemDefaultDnsResolver.INSTANCE), named(host));
      assertThat(outcome.error()).as(host).contains("address that is not called");
    }
    assertThat(receiver.calls()).isEmpty();
  }

  @Test
  void whoDrawsItOutIsNotWaitedFor() throws Exception {
    receiver.answering(
        call -> {
          end.await(20, TimeUnit.SECONDS);
          return Answer.of(200);
        });
    Outcome outcome = send(courier(new Names("127.0.0.1"), "127.0.0.1/32"), named("slow.example"));

    assertThat(outcome.status()).isNull();
    assertThat(outcome.error()).contains("500 ms");
    assertThat(outcome.took()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aRefusalSaysWhenToComeBack() throws Exception {
    Courier courier =
        courier(new Names("127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"), "127.0.0.1/32");
    receiver.answering(call -> Answer.of(429).with("Retry-After", "120"));
    assertThat(send(courier, named("one.example")).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    receiver.answering(
        call -> Answer.of(503).with("Retry-After", "Wed, 01 Jan 2200 00:00:00 GMT"));
    assertThat(send(courier, named("two.example")).retryAfter())
        .isGreaterThan(Duration.ofDays(30_000));
    receiver.answering(call -> Answer.of(503).with("Retry-After", "soon"));
    assertThat(send(courier, named("three.example")).retryAfter()).isNull();
    receiver.answering(call -> Answer.of(500).with("Retry-After", "120"));
    assertThat(send(courier, named("four.example")).retryAfter()).isNull();
  }

  /** The example of the Standard Webhooks specification. */
  @Test
  void theSignatureIsThatOfTheSpecification() {
    assertThat(
            Signature.sign(
                Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }
}
