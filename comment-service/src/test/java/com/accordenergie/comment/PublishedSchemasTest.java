package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.EventSchemas;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tests of this service tell in other services' names is what those publish: a producer that
 * changes its schema breaks this test before it breaks the consumer.
 */
class PublishedSchemasTest {

  private static final JsonMapper JSON = new JsonMapper();

  static Stream<Arguments> events() {
    Intervention intervention = Scene.fresh().intervention();
    Map<String, Object> snapshot = Told.snapshot(intervention);
    Map<String, Object> statusChange =
        Told.statusChange(
            intervention,
            intervention.ownerId(),
            "DISPATCHER",
            Instant.parse("2026-06-01T08:00:00Z"),
            Told.transition(
                Told.status("NEW", "Nouvelle", "Demande enregistrée"),
                Told.status("ON_HOLD", "En attente", "En attente : {reason}"),
                "pièce commandée",
                "pièce commandée"));
    UUID person = UUID.randomUUID();
    return Stream.of(
        Arguments.of(Told.CREATED, snapshot),
        Arguments.of(Told.UPDATED, snapshot),
        Arguments.of(Told.ASSIGNED, snapshot),
        Arguments.of(Told.SCHEDULED, snapshot),
        Arguments.of(Told.HANDED_OVER, snapshot),
        Arguments.of(Told.STATUS_CHANGED, statusChange),
        Arguments.of(Told.USER_CREATED, Told.user(person, "Karim Benali", "TECHNICIAN")),
        Arguments.of(Told.USER_UPDATED, Told.user(person, "Karim Benali", "TECHNICIAN")),
        Arguments.of(Told.USER_DEACTIVATED, Told.inactive(person, "Karim Benali", "TECHNICIAN")),
        Arguments.of(Told.USER_ERASED, Map.of("id", person)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  void isWhatIsReadHere(EventType type, Map<String, Object> data) {
    JsonNode json = JSON.valueToTree(data);
    UUID subject = UUID.fromString(json.path("id").asString());
    var event =
        new CapturedEvent(
            type.name(),
            UUID.randomUUID(),
            "/another-service",
            type.type(),
            subject,
            subject,
            1,
            Instant.EPOCH,
            type.schema(),
            json);

    assertThat(new EventSchemas().violations(event)).isEmpty();
  }
}
