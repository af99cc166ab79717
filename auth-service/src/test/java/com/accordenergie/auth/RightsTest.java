package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiRoutes;
import com.accordenergie.platform.test.Attempt;
import com.accordenergie.platform.test.RightsTable;
import com.accordenergie.platform.test.ServiceTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what, row by row; with the tokens that this service gives, against its real filter chain. */
@ServiceTest
class RightsTest {

  /**
   * "other's" is there, but with another partner than the address says. The partner's own are the
   * credentials that are asked for.
   */
  private static final RightsTable TABLE =
      RightsTable.of(
          "auth-service",
          """
          what                        | admin | dispatcher | technician | client | partner
          GET    invitation           | 200   | 403        | 403        | 403    | 403
          GET    unknown invitation   | 404   | 403        | 403        | 403    | 403
          GET    own invitation       | 200   | 403        | 403        | 403    | 403
          POST   invitation           | 201   | 403        | 403        | 403    | 403
          POST   unknown invitation   | 404   | 403        | 403        | 403    | 403
          POST   own invitation       | 201   | 403        | 403        | 403    | 403
          DELETE sessions             | 204   | 204        | 204        | 204    | 403
          GET    credentials          | 200   | 403        | 403        | 403    | 403
          GET    unknown credentials  | 404   | 403        | 403        | 403    | 403
          POST   credentials          | 201   | 403        | 403        | 403    | 403
          POST   unknown credentials  | 404   | 403        | 403        | 403    | 403
          GET    credential           | 200   | 403        | 403        | 403    | 403
          GET    unknown credential   | 404   | 403        | 403        | 403    | 403
          GET    other's credential   | 404   | 403        | 403        | 403    | 403
          DELETE credential           | 204   | 403        | 403        | 403    | 403
          DELETE unknown credential   | 404   | 403        | 403        | 403    | 403
          DELETE other's credential   | 404   | 403        | 403        | 403    | 403
          POST   rotation             | 201   | 403        | 403        | 403    | 403
          POST   unknown rotation     | 404   | 403        | 403        | 403    | 403
          POST   other's rotation     | 404   | 403        | 403        | 403    | 403
          """);

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, Person> PEOPLE = new ConcurrentHashMap<>();

  /** Somebody who has logged in. */
  private record Person(UUID id, String token) {}

  @Autowired Api api;
  @Autowired People people;
  @Autowired PartnerCompanies companies;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  static Stream<Arguments> cells() {
    return TABLE.cells();
  }

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @MethodSource("cells")
  void everyRoleDoesWhatIsTheirsAndNothingElse(String what, String role, int status) {
    Credential credential = issue();
    boolean partner = role.equals("partner");
    UUID caller = partner ? credential.partner() : person(role).id();
    String token = partner ? tokenFor(credential) : person(role).token();

    var answer = attempt(what, caller, credential).by(api.withToken(token));

    answer.expectStatus().isEqualTo(status);
    if (status >= 400) {
      answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  @Test
  void everyRouteIsInTheTable() {
    ApiRoutes routes = ApiRoutes.of(mapping);
    Credential credential = issue();

    assertThat(
            TABLE.attempts().stream()
                .map(what -> attempt(what, Ids.next(), credential))
                .map(routes::of))
        .containsAll(routes.all());
  }

  @Test
  void noTokenOrABadOneIsRefusedOnEveryRouteBeforeAnythingElse() {
    Person admin = person("admin");
    Credential credential = issue();
    Map<String, RestTestClient> strangers = api.strangers(Caller.admin(admin.id()));

    for (String what : TABLE.attempts()) {
      attempt(what, admin.id(), credential).isRefusedTo(strangers);
    }
  }

  /** Without that, the others would be refused for their signatures, whatever else is wrong with them. */
  @Test
  void aTokenOfTheSameMakeWithNothingWrongIsTaken() {
    api.as(Caller.admin(person("admin").id()))
        .get()
        .uri("/api/v1/partners/{id}/credentials", issue().partner())
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void userinfoTakesNoBadTokenEither() {
    api.strangers(Caller.admin(person("admin").id()))
        .forEach(
            (wrong, stranger) ->
                assertThat(stranger.get().uri("/userinfo").exchange())
                    .as(wrong)
                    .satisfies(answer -> answer.expectStatus().isUnauthorized()));
  }

  @Test
  void whatIsAnothersAnswersToTheByteAsWhatIsUnknown() {
    ApiRoutes routes = ApiRoutes.of(mapping);
    Person admin = person("admin");
    Credential credential = issue();
    Map<String, Set<String>> answers = new HashMap<>();
    for (String what : TABLE.notFoundBy("admin")) {
      Attempt attempt = attempt(what, admin.id(), credential);
      answers
          .computeIfAbsent(routes.of(attempt), first -> new HashSet<>())
          .add(withoutIds(text(attempt.by(api.withToken(admin.token())))));
    }

    assertThat(answers.values()).isNotEmpty().allSatisfy(alike -> assertThat(alike).hasSize(1));
  }

  private static String withoutIds(String answer) {
    return answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}");
  }

  private Person person(String role) {
    return PEOPLE.computeIfAbsent(
        role,
        first -> {
          var somebody = people.arriveWithPassword(Role.valueOf(role.toUpperCase(Locale.ROOT)));
          JsonNode issued =
              Application.mobile(api.url())
                  .logIn(new Browser(api.url()), somebody.username(), People.PASSWORD);
          return new Person(somebody.id(), issued.get("access_token").asString());
        });
  }

  private record Credential(UUID partner, UUID id, String secret) {}

  private Credential issue() {
    UUID partner = companies.arrive().id();
    var answer =
        Attempt.post("/api/v1/partners/" + partner + "/credentials", Map.of("kind", "SECRET"))
            .by(api.withToken(person("admin").token()));
    JsonNode issued = JSON.readTree(text(answer));
    return new Credential(
        partner,
        UUID.fromString(issued.required("id").asString()),
        issued.required("clientSecret").asString());
  }

  private String tokenFor(Credential credential) {
    var answer =
        new PartnerProgram(api.url(), credential.id().toString()).showInHeader(credential.secret());
    return Application.body(answer).get("access_token").asString();
  }

  private Attempt attempt(String what, UUID caller, Credential credential) {
    return TABLE.ofEveryService(what).orElseGet(() -> ofThisService(what, caller, credential));
  }

  private Attempt ofThisService(String what, UUID caller, Credential credential) {
    String verb = what.substring(0, what.indexOf(' '));
    String uri = "/api/v1" + path(what.substring(what.indexOf(' ')).strip(), caller, credential);
    return switch (verb) {
      case "GET" -> Attempt.get(uri);
      case "DELETE" -> Attempt.delete(uri);
      default ->
          Attempt.post(uri, uri.endsWith("credentials") ? Map.of("kind", "SECRET") : Map.of());
    };
  }

  private String path(String thing, UUID caller, Credential credential) {
    UUID unknown = Ids.next();
    return switch (thing) {
      case "invitation" -> "/users/" + people.arrive(Role.TECHNICIAN).id() + "/invitation";
      case "unknown invitation" -> "/users/" + unknown + "/invitation";
      case "own invitation" -> "/users/" + caller + "/invitation";
      case "sessions" -> "/me/sessions";
      case "credentials" -> credentialsOf(credential.partner());
      case "unknown credentials" -> credentialsOf(unknown);
      case "credential" -> credentialsOf(credential.partner()) + "/" + credential.id();
      case "unknown credential" -> credentialsOf(credential.partner()) + "/" + unknown;
      case "other's credential" -> credentialsOf(companies.arrive().id()) + "/" + credential.id();
      case "rotation", "unknown rotation", "other's rotation" ->
          path(thing.replace("rotation", "credential"), caller, credential) + "/rotation";
      default -> throw new IllegalArgumentException(thing);
    };
  }

  private static String credentialsOf(UUID partner) {
    return "/partners/" + partner + "/credentials";
  }

  private static String text(RestTestClient.ResponseSpec answer) {
    String body = answer.expectBody(String.class).returnResult().getResponseBody();
    return body == null ? "" : body;
  }
}
