package com.accordenergie.user.partner.stream.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.accordenergie.platform.messaging.UnreadableEventException;
import com.accordenergie.platform.test.EventSchemas;
import com.accordenergie.user.partner.PublicEventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of an internal event partners may read. */
class TranslatorTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final Translator translator = new Translator();
  private final EventSchemas schemas = new EventSchemas();

  private @Nullable PublicEvent translated(String name, Map<String, Object> data) {
    return translator.translate(InternalSamples.event(name, data));
  }

  private JsonNode told(String name, Map<String, Object> data) {
    PublicEvent event = translated(name, data);
    assertThat(event).isNotNull();
    return JSON.valueToTree(event.envelope()).required("data");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsToldFitsItsSchemaAndBetraysNothing(PublicEventType type) {
    Map<String, Object> internal = InternalSamples.data(type.label());
    assertThat(schemas.violations("urn:accord:schema:" + type.label() + ".v1", JSON.valueToTree(internal)))
        .as("the sample is one that the service could send")
        .isEmpty();

    PublicEvent event = translated(type.label(), internal);

    assertThat(event).isNotNull();
    assertThat(event.type()).isEqualTo(type);
    JsonNode envelope = JSON.valueToTree(event.envelope());
    assertThat(schemas.violations(event.envelope().dataschema(), envelope.required("data"))).isEmpty();
    assertThat(envelope.toString())
        .doesNotContain(InternalSamples.CANARY, InternalSamples.STAFF.toString(), "actor");
    assertThat(event.clientId()).hasToString("0193a1f0-0000-7000-8000-000000000003");
    assertThat(envelope.required("type").asString())
        .isEqualTo("com.accordenergie.partner." + type.label() + ".v1");
    assertThat(envelope.required("sequence").asLong()).isEqualTo(4);
    assertThat(envelope.required("time").asString()).isEqualTo("2026-11-26T09:30:00.125Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"comment.added", "comment.edited", "comment.removed"})
  void ofAnInternalCommentNobodyHears(String name) {
    assertThat(translated(name, InternalSamples.comment(name, "INTERNAL"))).isNull();
    assertThat(translated(name, InternalSamples.comment(name, "SOMETHING_NEW"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"attachment.added", "attachment.removed"})
  void ofAnInternalPhotoNobodyHears(String name) {
    assertThat(translated(name, InternalSamples.attachment(name, "INTERNAL"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "intervention.handed-over",
        "intervention.assigned",
        "intervention.updated",
        "intervention.scheduled"
      })
  void whatChangesNothingForTheClientIsNotTold(String name) {
    assertThat(translated(name, InternalSamples.intervention("ownerId"))).isNull();
    assertThat(translated(name, InternalSamples.intervention("technicianId", "overrideReason"))).isNull();
    assertThat(translated(name, InternalSamples.intervention("aFieldOfTomorrow"))).isNull();
  }

  @Test
  void anAppointmentThatMovesWithItsTechnicianIsAnAppointmentThatMoves() {
    assertThat(
            translated(
                "intervention.assigned",
                InternalSamples.intervention("technicianId", "plannedStart", "plannedEnd")))
        .extracting(PublicEvent::type)
        .isEqualTo(PublicEventType.INTERVENTION_SCHEDULED);
  }

  @Test
  void whatComesAlongWithAHandOverIsToldWithoutIt() {
    JsonNode told =
        told("intervention.handed-over", InternalSamples.intervention("ownerId", "title"));
    assertThat(told.required("changes").valueStream().map(JsonNode::asString))
        .containsExactly("title");
    assertThat(
            translated("intervention.handed-over", InternalSamples.intervention("ownerId", "title")))
        .extracting(PublicEvent::type)
        .isEqualTo(PublicEventType.INTERVENTION_UPDATED);
  }

  @Test
  void theReasonIsToldWhereTheClientsWordingAsksForIt() {
    JsonNode told =
        told(
            "intervention.status-changed",
            InternalSamples.withTransition(
                InternalSamples.intervention("status"), "En attente : {reason}", "Pièce commandée"));
    assertThat(told.required("status").required("label").asString())
        .isEqualTo("En attente : Pièce commandée");
    assertThat(told.required("transition").required("reason").asString())
        .isEqualTo("Pièce commandée");
  }

  @Test
  void otherwiseItIsNot() {
    JsonNode told =
        told(
            "intervention.status-changed",
            InternalSamples.withTransition(
                InternalSamples.intervention("status"), "En attente : {reason}", null));
    assertThat(told.required("status").required("label").asString()).isEqualTo("En attente");
    assertThat(told.required("transition").required("reason").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user.created", "user.erased", "partner.updated", "intervention.deleted"})
  void ofPeoplePartnersAndWhatNobodyKnowsNobodyHears(String name) {
    assertThat(translated(name, Map.of("id", UUID.randomUUID()))).isNull();
  }

  @Test
  void whatIsNotWhatItsTypeSaysIsUnreadable() {
    Map<String, Object> data = new HashMap<>(InternalSamples.intervention("title"));
    data.put("changes", List.of("not a change"));
    assertThatThrownBy(() -> translated("intervention.updated", data))
        .isInstanceOf(UnreadableEventException.class);
    assertThatThrownBy(() -> translated("comment.added", Map.of("id", UUID.randomUUID(), "createdAt", "then")))
        .isInstanceOf(UnreadableEventException.class);
  }
}
