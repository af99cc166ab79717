package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.attachment.Samples;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiRoutes;
import com.accordenergie.platform.test.Attempt;
import com.accordenergie.platform.test.RightsTable;
import com.accordenergie.platform.test.ServiceTest;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what, row by row; real tokens against the real filter chain. */
@ServiceTest
class RightsTest {

  /**
   * Somebody else's comments and photos are from an admin who is none of those in the columns. "own" is
   * one of the caller's; a dash where the caller cannot have any.
   */
  private static final RightsTable TABLE =
      RightsTable.of(
          "comment-service",
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
          """);

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

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  static Stream<Arguments> cells() {
    return TABLE.cells();
  }

  static Stream<Arguments> cellsWithAnId() {
    return cells().filter(cell -> TABLE.ofEveryService((String) cell.get()[0]).isEmpty());
  }

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @MethodSource("cells")
  void everyRoleDoesWhatIsTheirsAndNothingElse(String what, String column, int status) {
    Scene scene = scenes.intervention();
    Caller caller = COLUMNS.get(column).apply(scene);

    attempt(what, caller, scene).by(api.as(caller)).expectStatus().isEqualTo(status);
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("cellsWithAnId")
  void whatDoesNotExistAnswersToAllAlike(String what, String column, int status) {
    Caller caller = COLUMNS.get(column).apply(Scene.fresh());

    var answer = attempt(what, UUID.randomUUID(), UUID.randomUUID()).by(api.as(caller));

    answer.expectStatus().isEqualTo(caller.role() == Role.PARTNER ? 403 : 404);
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
    assertThat(bytes(what, stranger, intervention, hidden))
        .as("%s as %s", what, stranger.role())
        .isEqualTo(unknown(what, stranger));
  }

  @Test
  void everyRouteIsInTheTable() {
    ApiRoutes routes = ApiRoutes.of(mapping);

    assertThat(
            TABLE.attempts().stream()
                .map(what -> attempt(what, UUID.randomUUID(), UUID.randomUUID()))
                .map(routes::of))
        .containsAll(routes.all());
  }

  @Test
  void noTokenOrABadOneIsRefusedOnEveryRouteBeforeAnythingElse() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);
    UUID photo = scenes.photo(scene.owner(), scene, PUBLIC);
    Map<String, RestTestClient> strangers = api.strangers(scene.owner());
    for (String what : TABLE.attempts()) {
      attempt(what, scene.id(), what.contains("photo") ? photo : comment).isRefusedTo(strangers);
      attempt(what, UUID.randomUUID(), UUID.randomUUID()).isRefusedTo(strangers);
    }
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").size()).isEqualTo(2);
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

    as(scene.colleague(), "read the thread", scene).expectStatus().isOk();
    scenes.get(scene.colleague(), "/api/v1/comments/{id}", comment).expectStatus().isOk();
    scenes.get(scene.colleague(), "/api/v1/attachments/{id}/content", photo).expectStatus().isOk();
    for (String what : everything()) {
      UUID item = what.contains("photo") ? photo : comment;
      attempt(what, scene.id(), item).by(api.as(scene.owner())).expectStatus().isNotFound();
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

    as(scene.otherTechnician(), "post internal", scene).expectStatus().isCreated();
    as(scene.technician(), "post public", scene).expectStatus().isNotFound();
    as(scene.technician(), "read the thread", scene).expectStatus().isNotFound();
  }

  private RestTestClient.ResponseSpec as(Caller caller, String what, Scene scene) {
    return attempt(what, caller, scene).by(api.as(caller));
  }

  /** About something that the caller has made, or somebody else. */
  private Attempt attempt(String what, Caller caller, Scene scene) {
    Caller author = what.endsWith("own") ? caller : scene.otherAdmin();
    Visibility visibility = what.endsWith("internal") ? INTERNAL : PUBLIC;
    UUID item =
        what.contains("photo")
            ? scenes.photo(author, scene, visibility)
            : scenes.comment(author, scene, visibility);
    return attempt(what, scene.id(), item);
  }

  private static Attempt attempt(String what, UUID intervention, UUID item) {
    return TABLE.ofEveryService(what).orElseGet(() -> ofThisService(what, intervention, item));
  }

  private static Attempt ofThisService(String what, UUID intervention, UUID item) {
    String thread = "/api/v1/interventions/" + intervention + "/comments";
    String one = "/api/v1/comments/" + item;
    String photos = "/api/v1/interventions/" + intervention + "/attachments";
    String photo = "/api/v1/attachments/" + item;
    Visibility visibility = what.endsWith("internal") ? INTERNAL : PUBLIC;
    return switch (what.substring(0, what.indexOf(' '))) {
      case "newest" -> Attempt.get(thread + "?sort=-createdAt");
      case "post" -> Attempt.post(thread, Map.of("body", "Bonjour", "visibility", visibility));
      case "read" -> Attempt.get(what.equals("read the thread") ? thread : one);
      case "edit" -> Attempt.patch(one, Map.of("body", "Bonsoir"));
      case "remove" -> Attempt.delete(one);
      case "history" -> Attempt.get(one + "/history");
      case "list" -> Attempt.get(photos);
      case "attach" ->
          Attempt.post(
              photos,
              MediaType.MULTIPART_FORM_DATA,
              what.equals("attach signature")
                  ? Scenes.form(
                      Map.of("kind", "SIGNATURE", "signer", "Mme Renaud"), Samples.signature())
                  : Scenes.form(Map.of("visibility", visibility), Samples.jpeg(120, 80)));
      case "view" -> Attempt.get(photo);
      case "open" -> Attempt.get(photo + "/content");
      case "glance" -> Attempt.get(photo + "/thumbnail");
      case "detach" -> Attempt.delete(photo);
      default -> throw new IllegalArgumentException(what);
    };
  }

  private String unknown(String what, Caller caller) {
    return bytes(what, caller, UUID.randomUUID(), UUID.randomUUID());
  }

  /** The answer's body, with the ids that the caller sent taken out. */
  private String bytes(String what, Caller caller, UUID intervention, UUID item) {
    var answer = attempt(what, intervention, item).by(api.as(caller));
    answer.expectStatus().isNotFound();
    return Scenes.text(answer)
        .replace(intervention.toString(), "{id}")
        .replace(item.toString(), "{id}");
  }
}
