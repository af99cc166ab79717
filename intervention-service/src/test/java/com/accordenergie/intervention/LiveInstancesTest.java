package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.EventStream;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.Servers;
import com.accordenergie.platform.test.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several instances tell the same, and one that loses the broker misses nothing. */
@ServiceTest
class LiveInstancesTest {

  private static final List<String> SHARED =
      List.of(
          "accord.schema",
          "accord.demo",
          "ACCORD_MYSQL_HOST",
          "ACCORD_MYSQL_PORT",
          "ACCORD_MYSQL_USER",
          "ACCORD_MYSQL_PASSWORD",
          "ACCORD_RABBIT_HOST",
          "ACCORD_RABBIT_PORT",
          "ACCORD_RABBIT_USER",
          "ACCORD_RABBIT_PASSWORD",
          "ACCORD_RABBIT_VHOST",
          "spring.profiles.active",
          "eureka.client.enabled");

  @Autowired Trade trade;
  @Autowired Api api;
  @Autowired Tokens tokens;
  @Autowired PublishedEvents events;
  @Autowired CapturedEvents captured;
  @Autowired Environment environment;

  @Test
  void whatIsBegunAtOneInstanceGoesOnAtAnother() throws Exception {
    Cast cast = trade.cast();
    UUID id = trade.newIntervention(cast);
    captured.awaitSequence(id, 1);
    EventStream here = open(api.url(), cast.client(), null);
    here.awaitPlace();
    List<UUID> told = new ArrayList<>(comments(id, cast, 20));
    here.hears("the tenth", heard -> heard.value("id").equals(told.get(9).toString()));
    here.close();
    told.addAll(comments(id, cast, 20));

    try (ConfigurableApplicationContext second = another()) {
      EventStream there = open(urlOf(second), cast.client(), here.lastId());
      there.hears("the last", heard -> heard.value("id").equals(told.getLast().toString()));

      List<String> heard = new ArrayList<>();
      here.heard().forEach(one -> heard.add(one.value("id")));
      there.heard().forEach(one -> heard.add(one.value("id")));
      assertThat(heard).isEqualTo(told.stream().map(UUID::toString).toList());

      Thread stopping = Thread.ofVirtual().start(second::close);
      there.awaitEnd();
      try (EventStream again = open(api.url(), cast.client(), there.lastId())) {
        UUID last = comments(id, cast, 1).getFirst();
        again.hears("what comes then", one -> one.value("id").equals(last.toString()));
        assertThat(again.heard()).hasSize(1);
      }
      assertThat(stopping.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void whenTheBrokerIsLostTheStreamStaysAndMissesNothing() {
    Cast cast = trade.cast();
    UUID id = trade.newIntervention(cast);
    captured.awaitSequence(id, 1);
    try (EventStream stream = open(api.url(), cast.client(), null)) {
      stream.awaitPlace();
      List<UUID> told = new ArrayList<>(comments(id, cast, 10));
      stream.hears("the tenth", heard -> heard.value("id").equals(told.getLast().toString()));

      cutAllConnections();
      await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .until(() -> told.addAll(comments(id, cast, 10)));

      stream.hears("the last", heard -> heard.value("id").equals(told.getLast().toString()));
      assertThat(stream.heard().stream().map(heard -> heard.value("id")).toList())
          .doesNotHaveDuplicates()
          .containsSubsequence(told.stream().map(UUID::toString).toList());
      assertThat(stream.hasEnded()).isFalse();
    }
  }

  /** As a broker does that goes away; this one is other tests' too. */
  private void cutAllConnections() {
    String host = environment.getRequiredProperty("ACCORD_RABBIT_VHOST");
    await("the broker lists its connections")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              JsonNode connections =
                  new JsonMapper()
                      .readTree(
                          Servers.running()
                              .management("GET", "/api/vhosts/" + host + "/connections", ""));
              List<String> names =
                  StreamSupport.stream(connections.spliterator(), false)
                      .map(connection -> connection.path("name").asString(""))
                      .toList();
              names.forEach(LiveInstancesTest::cut);
              return !names.isEmpty();
            });
  }

  private static void cut(String connection) {
    String name = URLEncoder.encode(connection, StandardCharsets.UTF_8).replace("+", "%20");
    Servers.running().management("DELETE", "/api/connections/" + name, "");
  }

  private List<UUID> comments(UUID intervention, Cast cast, int many) {
    List<UUID> told = Stream.generate(UUID::randomUUID).limit(many).toList();
    events.inOrder(
        () ->
            told.forEach(
                comment ->
                    events.publish(
                        EventType.v1("comment.added"),
                        intervention,
                        1,
                        Map.of(
                            "id", comment,
                            "interventionId", intervention,
                            "clientId", cast.clientId(),
                            "visibility", "PUBLIC"))));
    return told;
  }

  private ConfigurableApplicationContext another() {
    List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
    for (String name : SHARED) {
      String value = environment.getProperty(name);
      if (value != null) {
        arguments.add("--" + name + "=" + value);
      }
    }
    return new SpringApplicationBuilder(InterventionServiceApplication.class)
        .run(arguments.toArray(String[]::new));
  }

  private static String urlOf(ConfigurableApplicationContext instance) {
    return "http://localhost:"
        + instance.getEnvironment().getRequiredProperty("local.server.port");
  }

  private EventStream open(String url, Caller caller, @Nullable String lastEventId) {
    return EventStream.open(url, tokens.of(caller), lastEventId);
  }
}
