package com.accordenergie.comment;

import static org.awaitility.Awaitility.await;

import com.accordenergie.comment.attachment.Samples;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.PublishedEvents;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets the scene through the ways that the real suite has: events in, requests in. */
final class Scenes {

  private static final JsonMapper JSON = new JsonMapper();

  private final PublishedEvents events;
  private final Interventions interventions;
  private final Api api;

  Scenes(PublishedEvents events, Interventions interventions, Api api) {
    this.events = events;
    this.interventions = interventions;
    this.api = api;
  }

  /** An intervention whose creation has been told and heard. */
  Scene intervention() {
    Scene scene = Scene.fresh();
    tell(Told.CREATED, scene.intervention());
    return scene;
  }

  /** Publishes the state after a change and waits until it is known here. */
  void tell(EventType type, Intervention after) {
    tell(type, after, Told.snapshot(after));
  }

  void tell(EventType type, Intervention after, Map<String, Object> data) {
    events.publish(type, after.id(), after.sequence(), data);
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                interventions
                    .find(after.id())
                    .filter(known -> known.sequence() >= after.sequence())
                    .isPresent());
  }

  /** Says something; fails unless it is taken. */
  JsonNode say(Caller caller, UUID interventionId, Visibility visibility, String body) {
    return json(
        post(caller, interventionId, Map.of("body", body, "visibility", visibility))
            .expectStatus()
            .isCreated());
  }

  UUID comment(Caller caller, Scene scene, Visibility visibility) {
    return id(say(caller, scene.id(), visibility, "Bonjour " + UUID.randomUUID()));
  }

  RestTestClient.ResponseSpec post(Caller caller, UUID interventionId, Object body) {
    return api.as(caller)
        .post()
        .uri("/api/v1/interventions/{id}/comments", interventionId)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange();
  }

  RestTestClient.ResponseSpec patch(Caller caller, UUID commentId, long version, Object patch) {
    return api.as(caller)
        .patch()
        .uri("/api/v1/comments/{id}", commentId)
        .header("If-Match", "\"" + version + "\"")
        .contentType(MediaType.valueOf("application/merge-patch+json"))
        .body(patch)
        .exchange();
  }

  RestTestClient.ResponseSpec delete(Caller caller, UUID commentId, long version) {
    return api.as(caller)
        .delete()
        .uri("/api/v1/comments/{id}", commentId)
        .header("If-Match", "\"" + version + "\"")
        .exchange();
  }

  /** Attaches a public photo, unless the fields say otherwise; fails unless it is taken. */
  JsonNode attach(Caller caller, UUID interventionId, Map<String, ?> fields, byte[] file) {
    return json(send(caller, interventionId, form(fields, file)).expectStatus().isCreated());
  }

  UUID photo(Caller caller, Scene scene, Visibility visibility) {
    return id(
        attach(caller, scene.id(), Map.of("visibility", visibility), Samples.jpeg(120, 80)));
  }

  UUID signature(Caller caller, Scene scene) {
    return id(
        attach(
            caller,
            scene.id(),
            Map.of("kind", "SIGNATURE", "signer", "Mme Renaud"),
            Samples.signature()));
  }

  RestTestClient.ResponseSpec send(
      Caller caller, UUID interventionId, MultiValueMap<String, Object> form) {
    return api.as(caller)
        .post()
        .uri("/api/v1/interventions/{id}/attachments", interventionId)
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .body(form)
        .exchange();
  }

  /** As a browser fills it in; each sending draws another boundary. */
  static MultiValueMap<String, Object> form(Map<String, ?> fields, byte[] file) {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add("kind", "PHOTO");
    form.add("visibility", "PUBLIC");
    fields.forEach((name, value) -> form.set(name, value.toString()));
    form.add("file", named("IMG_0001.jpg", file));
    return form;
  }

  static Resource named(String name, byte[] file) {
    return new ByteArrayResource(file) {
      @Override
      public String getFilename() {
        return name;
      }
    };
  }

  RestTestClient.ResponseSpec detach(Caller caller, UUID attachmentId, long version) {
    return api.as(caller)
        .delete()
        .uri("/api/v1/attachments/{id}", attachmentId)
        .header("If-Match", "\"" + version + "\"")
        .exchange();
  }

  RestTestClient.ResponseSpec get(Caller caller, String uri, Object... variables) {
    return api.as(caller).get().uri(uri, variables).exchange();
  }

  /** The thread's first page, for somebody who may read it. */
  JsonNode thread(Caller caller, UUID interventionId) {
    return json(
        get(caller, "/api/v1/interventions/{id}/comments?limit=100", interventionId)
            .expectStatus()
            .isOk());
  }

  static JsonNode json(RestTestClient.ResponseSpec answer) {
    return JSON.readTree(text(answer));
  }

  static String text(RestTestClient.ResponseSpec answer) {
    String body = answer.expectBody(String.class).returnResult().getResponseBody();
    return body == null ? "" : body;
  }

  static UUID id(JsonNode node) {
    return UUID.fromString(node.required("id").asString());
  }
}
