import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back through the gateway. */
record Answer(String request, int status, String contentType, String etag, String body) {

  private static final JsonMapper JSON = new JsonMapper();

  static Answer of(String request, HttpResponse<String> response) {
    return new Answer(
        request,
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("ETag").orElse(""),
        response.body());
  }

  boolean isDone() {
    return status / 100 == 2;
  }

  /** JSON where it was done, a problem of the API where it was not; whatever else it is came from elsewhere. */
  boolean isOurs() {
    if (isDone()) {
      return body.isEmpty() || contentType.startsWith("application/json");
    }
    return contentType.startsWith("application/problem+json")
        && json().path("status").asInt() == status
        && json().path("type").asString("").startsWith("urn:accord:problem:");
  }

  String problem() {
    return status + " " + json().path("type").asString("").replace("urn:accord:problem:", "");
  }

  long version() {
    return Long.parseLong(etag.replace("\"", ""));
  }

  JsonNode json() {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JacksonException other) {
      return MissingNode.getInstance();
    }
  }

  Answer expect(int expected) {
    if (status != expected) {
      throw new IllegalStateException(request + " answered " + status + " " + body);
    }
    return this;
  }
}
