import com.rabbitmq.client.impl.CredentialsProvider;
import com.rabbitmq.client.impl.OAuth2ClientCredentialsGrantCredentialsProvider.OAuth2ClientCredentialsGrantCredentialsProviderBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another company's program, taken on for one run and retired after it. It reads what the load's client may know. */
final class Partner implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Suite suite;
  private final Person admin;
  private final UUID id;
  private final String clientId;
  private final String clientSecret;
  private String after = "";

  Partner(Suite suite, Staff staff, String name) {
    this.suite = suite;
    this.admin = staff.admin;
    JsonNode created =
        admin
            .post("/api/v1/partners", Map.of("name", name, "clientIds", List.of(staff.place().client())))
            .expect(201)
            .json();
    id = UUID.fromString(created.path("id").asString());
    JsonNode credential =
        admin.post("/api/v1/partners/" + id + "/credentials", Map.of("kind", "SECRET")).expect(201).json();
    clientId = credential.path("clientId").asString();
    clientSecret = credential.path("clientSecret").asString();
  }

  CredentialsProvider tokens() {
    return new OAuth2ClientCredentialsGrantCredentialsProviderBuilder()
        .tokenEndpointUri(suite.issuer + "/oauth2/token")
        .clientId(clientId)
        .clientSecret(clientSecret)
        .build();
  }

  /** Where its stream is on the broker, once it has one. */
  JsonNode awaitStream() {
    var found = new JsonNode[1];
    CredentialsProvider tokens = tokens();
    Suite.await(
        "the partner has a stream",
        Duration.ofSeconds(60),
        () -> {
          found[0] = get("/api/v1/partner", tokens.getPassword()).path("stream");
          return found[0].isObject();
        });
    return found[0];
  }

  /** All that was told since the last time, or ever, over HTTPS. */
  List<Told> readOn() {
    String token = tokens().getPassword();
    List<Told> told = new ArrayList<>();
    JsonNode items;
    do {
      JsonNode page = awaitPage("/api/v1/partner/events?limit=100" + after, token);
      items = page.path("items");
      items.forEach(event -> told.add(Told.of(event).asToldInside()));
      after = "&after=" + page.path("nextCursor").asString();
    } while (!items.isEmpty());
    return told;
  }

  private JsonNode awaitPage(String path, String token) {
    var page = new JsonNode[1];
    Suite.await(
        "a page of the partner's feed",
        Duration.ofSeconds(15),
        () -> {
          page[0] = get(path, token);
          return page[0].has("nextCursor");
        });
    return page[0];
  }

  @Override
  public void close() {
    try {
      String etag = admin.get("/api/v1/partners/" + id).expect(200).etag();
      admin.send("DELETE", "/api/v1/partners/" + id, null, request -> request.header("If-Match", etag)).expect(204);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private JsonNode get(String path, String token) {
    var request =
        HttpRequest.newBuilder(URI.create(suite.issuer + path))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
