package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.attachment.Samples;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who may do what, row by row; real tokens against the real filter chain. */
@ServiceTest
class RightsTest {

  /**
   * Somebody else's comments and photos are from an admin who is none of those in the columns. "own" is
   * one of the caller's; a dash where the caller cannot have any.
   */
  private static final String TABLE =
      """
      what                    | admin | owner | colleague | technician | other technician | client | same client | other client | partner
      read the thread         | 200   | 200   | 404       | 200        | 404              | 200    | 200         | 404          | 403
      newest first            | 200   | 200   | 404       | 200        | 404              | 200    | 200         | 404          | 403
      post public             | 201   | 201   | 404       | 201        | 404              | 201    | 201         | 404          | 403
      post internal           | 201   | 201   | 404       | 201        | 404              | 403    | 403         | 404          | 403
      read public             | 200   | 200   | 404       | 200        | 404              | 200    | 200         | 404          | 403
      read internal           | 200   | 200   | 404       | 200        | 404              | 404    | 404         | 404          | 403
      read own                | 200   | 200   | -         | 200        | -                | 200    | 200         | -            | -
      edit public             | 403   | 403   | 404       | 403        | 404              | 403    | 403         | 404          | 403
      edit internal           | 403   | 403   | 404       | 403        | 404              | 404    | 404         | 404          | 403
      edit own                | 200   | 200   | -         | 200        | -                | 200    | 200         | -            | -
      remove public           | 403   | 403   | 404       | 403        | 404              | 403    | 403         | 404          | 403
      remove internal         | 403   | 403   | 404       | 403        | 404              | 404    | 404         | 404          | 403
      remove own              | 204   | 204   | -         | 204        | -                | 204    | 204         | -            | -
      history of public       | 200   | 403   | 404       | 403        | 404              | 403    | 403         | 404          | 403
      history of internal     | 200   | 403   | 404       | 403        | 404              | 404    | 404         | 404          | 403
      history of own          | 200   | 200   | -         | 200        | -                | 200    | 200         | -            | -
      list the photos         | 200   | 200   | 404       | 200        | 404              | 200    | 200         | 404          | 403
      attach photo public     | 201   | 201   | 404       | 201        | 404              | 201    | 201         | 404          | 403
      attach photo internal   | 201   | 201   | 404       | 201        | 404              | 403    | 403         | 404          | 403
      attach signature        | 201   | 201   | 404       | 201        | 404              | 403    | 403         | 404          | 403
      view photo public       | 200   | 200   | 404       | 200        | 404              | 200    | 200         | 404          | 403
      view photo internal     | 200   | 200   | 404       | 200        | 404              | 404    | 404         | 404          | 403
      view photo own          | 200   | 200   | -         | 200        | -                | 200    | 200         | -            | -
      open photo public       | 200   | 200   | 404       | 200        | 404              | 200    | 200         | 404          | 403
      open photo internal     | 200   | 200   | 404       | 200        | 404              | 404    | 404         | 404          | 403
      open photo own          | 200   | 200   | -         | 200        | -                | 200    | 200         | -            | -
      glance photo public     | 200   | 200   | 404       | 200        | 404              | 200    | 200         | 404          | 403
      glance photo internal   | 200   | 200   | 404       | 200        | 404              | 404    | 404         | 404          | 403
      glance photo own        | 200   | 200   | -         | 200        | -                | 200    | 200         | -            | -
      detach photo public     | 403   | 403   | 404       | 403        | 404              | 403    | 403         | 404          | 403
      detach photo internal   | 403   | 403   | 404       | 403        | 404              | 404    | 404         | 404          | 403
      detach photo own        | 204   | 204   | -         | 204        | -                | 204    | 204         | -            | -
      """;

  /** What a stranger may try with an intervention, with a comment, with a photo. */
  private static final List<String> ON_THE_INTERVENTION =
      List.of(
          "read the thread", "post public", "list the photos", "attach photo public", "attach signature");

  private static final List<String> ON_A_COMMENT =
      List.of("read public", "edit public", "remove public", "history of public");

  private static final List<String> ON_A_PHOTO =
      List.of("view photo public", "open photo public", "glance photo public", "detach photo public");

  private static final Map<String, Function<Scene, Caller>> COLUMNS =
      Map.of(
          "admin", Scene::admin,
          "owner", Scene::owner,
          "colleague", Scene::colleague,
          "technician", Scene::technician,
          "other technician", Scene::otherTechnician,
          "client", Scene::client,
          "same client", Scene::sameClient,
          "other client", Scene::otherClient,
          "partner", scene -> Caller.partner(UUID.randomUUID()));

  @Autowired Scenes scenes;
  @Autowired Api api;
  @Autowired Tokens tokens;

  static Stream<Arguments> table() {
    List<List<String>> rows =
        TABLE.lines().map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList()).toList();
    List<Arguments> cells = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int column = 1; column < row.size(); column++) {
        if (!row.get(column).equals("-")) {
          cells.add(
              Arguments.of(row.getFirst(), rows.getFirst().get(column), Integer.valueOf(row.get(column))));
        }
      }
    }
    return cells.stream();
  }

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @MethodSource("table")
  void everyRoleDoesWhatIsTheirsAndNothingElse(String what, String column, int status) {
    Scene scene = scenes.intervention();
    Caller caller = COLUMNS.get(column).apply(scene);

    attempt(what, caller, scene).expectStatus().isEqualTo(status);
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("table")
  void whatDoesNotExistAnswersToAllAlike(String what, String column, int status) {
    Caller caller = COLUMNS.get(column).apply(Scene.fresh());

    var answer = attempt(what, caller, UUID.randomUUID(), UUID.randomUUID());

    answer.expectStatus().isEqualTo(caller.isPartner() ? 403 : 404);
  }

  @Test
  void whatIsForeignAnswersToTheByteAsWhatIsUnknown() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);
    UUID photo = scenes.photo(scene.owner(), scene, PUBLIC);
    UUID internalComment = scenes.comment(scene.owner(), scene, INTERNAL);
    UUID internalPhoto = scenes.photo(scene.owner(), scene, INTERNAL);
    for (Caller stranger :
        List.of(scene.colleague(), scene.otherTechnician(), scene.otherClient())) {
      ON_THE_INTERVENTION.forEach(what -> likeUnknown(what, stranger, scene.id(), comment));
      ON_A_COMMENT.forEach(what -> likeUnknown(what, stranger, scene.id(), comment));
      ON_A_PHOTO.forEach(what -> likeUnknown(what, stranger, scene.id(), photo));
    }
    ON_A_COMMENT.forEach(what -> likeUnknown(what, scene.client(), scene.id(), internalComment));
    ON_A_PHOTO.forEach(what -> likeUnknown(what, scene.client(), scene.id(), internalPhoto));
  }

  private void likeUnknown(String what, Caller stranger, UUID intervention, UUID hidden) {
    assertThat(bytes(attempt(what, stranger, intervention, hidden), intervention, hidden))
        .as("%s as %s", what, stranger.role())
        .isEqualTo(unknown(what, stranger));
  }

  @Test
  void noTokenOrABadOneIsRefusedOnEveryRouteBeforeAnythingElse() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);
    UUID photo = scenes.photo(scene.owner(), scene, PUBLIC);
    Caller owner = scene.owner();
    List<RestTestClient> strangers =
        List.of(
            api.anonymous(),
            api.withToken("nonsense"),
            api.withToken(tokens.expired(owner)),
            api.withToken(tokens.foreign(owner)),
            api.withToken(tokens.foreignIssuer(owner)),
            api.withToken(tokens.forged(owner)),
            api.withToken(tokens.unsigned(owner)),
            api.withToken(tokens.idToken(owner)));
    for (RestTestClient stranger : strangers) {
      for (String what : everything()) {
        for (UUID id : List.of(what.contains("photo") ? photo : comment, UUID.randomUUID())) {
          attempt(what, stranger, id.equals(comment) || id.equals(photo) ? scene.id() : id, id)
              .expectStatus()
              .isUnauthorized()
              .expectHeader()
              .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        }
      }
    }
    assertThat(scenes.thread(owner, scene.id()).path("items").size()).isEqualTo(2);
  }

  private static List<String> everything() {
    return Stream.of(ON_THE_INTERVENTION, ON_A_COMMENT, ON_A_PHOTO).flatMap(List::stream).toList();
  }

  @Test
  void afterAHandOverTheNewOwnerTakesOverAndTheFormerOneIsAStranger() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, INTERNAL);
    UUID photo = scenes.photo(scene.owner(), scene, INTERNAL);
    Intervention now = scene.intervention();
    scenes.tell(
        Told.HANDED_OVER,
        new Intervention(
            now.id(), now.reference(), now.clientId(), scene.colleague().id(), now.technicianId(),
            now.status(), now.createdAt(), 2));

    attempt("read the thread", scene.colleague(), scene).expectStatus().isOk();
    scenes.get(scene.colleague(), "/api/v1/comments/{id}", comment).expectStatus().isOk();
    scenes.get(scene.colleague(), "/api/v1/attachments/{id}/content", photo).expectStatus().isOk();
    for (String what : everything()) {
      UUID item = what.contains("photo") ? photo : comment;
      attempt(what, scene.owner(), scene.id(), item).expectStatus().isNotFound();
    }
  }

  @Test
  void afterAReassignmentTheFormerTechnicianIsAStranger() {
    Scene scene = scenes.intervention();
    Intervention now = scene.intervention();
    scenes.tell(
        Told.ASSIGNED,
        new Intervention(
            now.id(), now.reference(), now.clientId(), now.ownerId(), scene.otherTechnician().id(),
            now.status(), now.createdAt(), 2));

    attempt("post internal", scene.otherTechnician(), scene).expectStatus().isCreated();
    attempt("post public", scene.technician(), scene).expectStatus().isNotFound();
    attempt("read the thread", scene.technician(), scene).expectStatus().isNotFound();
  }

  private RestTestClient.ResponseSpec attempt(String what, Caller caller, Scene scene) {
    Caller author = what.endsWith("own") ? caller : scene.otherAdmin();
    Visibility visibility = what.endsWith("internal") ? INTERNAL : PUBLIC;
    UUID item =
        what.contains("photo")
            ? scenes.photo(author, scene, visibility)
            : scenes.comment(author, scene, visibility);
    return attempt(what, caller, scene.id(), item);
  }

  private RestTestClient.ResponseSpec attempt(
      String what, Caller caller, UUID intervention, UUID item) {
    return attempt(what, api.as(caller), intervention, item);
  }

  private static RestTestClient.ResponseSpec attempt(
      String what, RestTestClient client, UUID intervention, UUID item) {
    String thread = "/api/v1/interventions/" + intervention + "/comments";
    String one = "/api/v1/comments/" + item;
    String photos = "/api/v1/interventions/" + intervention + "/attachments";
    String photo = "/api/v1/attachments/" + item;
    String verb = what.contains(" ") ? what.substring(0, what.indexOf(' ')) : what;
    return switch (verb) {
      case "newest" -> client.get().uri(thread + "?sort=-createdAt").exchange();
      case "post" -> {
        Visibility visibility = what.equals("post internal") ? INTERNAL : PUBLIC;
        yield client
            .post()
            .uri(thread)
            .contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("body", "Bonjour", "visibility", visibility))
            .exchange();
      }
      case "read" -> client.get().uri(what.equals("read the thread") ? thread : one).exchange();
      case "edit" ->
          client
              .method(HttpMethod.PATCH)
              .uri(one)
              .header("If-Match", "\"1\"")
              .contentType(MediaType.valueOf("application/merge-patch+json"))
              .body(Map.of("body", "Bonsoir"))
              .exchange();
      case "remove" -> client.delete().uri(one).header("If-Match", "\"1\"").exchange();
      case "history" -> client.get().uri(one + "/history").exchange();
      case "list" -> client.get().uri(photos).exchange();
      case "attach" ->
          client
              .post()
              .uri(photos)
              .contentType(MediaType.MULTIPART_FORM_DATA)
              .body(
                  what.equals("attach signature")
                      ? Scenes.form(
                          Map.of("kind", "SIGNATURE", "signer", "Mme Renaud"), Samples.signature())
                      : Scenes.form(
                          Map.of("visibility", what.endsWith("internal") ? INTERNAL : PUBLIC),
                          Samples.jpeg(120, 80)))
              .exchange();
      case "view" -> client.get().uri(photo).exchange();
      case "open" -> client.get().uri(photo + "/content").exchange();
      case "glance" -> client.get().uri(photo + "/thumbnail").exchange();
      case "detach" -> client.delete().uri(photo).header("If-Match", "\"1\"").exchange();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private String unknown(String what, Caller caller) {
    UUID intervention = UUID.randomUUID();
    UUID comment = UUID.randomUUID();
    return bytes(attempt(what, caller, intervention, comment), intervention, comment);
  }

  /** The answer's body, with the ids that the caller sent taken out. */
  private static String bytes(RestTestClient.ResponseSpec answer, UUID intervention, UUID comment) {
    answer.expectStatus().isNotFound();
    return Scenes.text(answer)
        .replace(intervention.toString(), "{id}")
        .replace(comment.toString(), "{id}");
  }
}
