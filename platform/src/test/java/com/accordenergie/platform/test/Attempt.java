package com.accordenergie.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A request that one may make and another may not.
 *
 * @param version the one that a change is about
 */
public record Attempt(
    HttpMethod method, String uri, @Nullable MediaType type, @Nullable Object body, long version) {

  private static final MediaType MERGE_PATCH = MediaType.valueOf("application/merge-patch+json");

  public static Attempt get(String uri) {
    return new Attempt(HttpMethod.GET, uri, null, null, 1);
  }

  public static Attempt delete(String uri) {
    return new Attempt(HttpMethod.DELETE, uri, null, null, 1);
  }

  public static Attempt post(String uri, Object body) {
    return post(uri, MediaType.APPLICATION_JSON, body);
  }

  public static Attempt post(String uri, MediaType type, Object body) {
    return new Attempt(HttpMethod.POST, uri, type, body, 1);
  }

  public static Attempt put(String uri, Object body, long version) {
    return new Attempt(HttpMethod.PUT, uri, MediaType.APPLICATION_JSON, body, version);
  }

  public static Attempt patch(String uri, Object body) {
    return new Attempt(HttpMethod.PATCH, uri, MERGE_PATCH, body, 1);
  }

  public RestTestClient.ResponseSpec by(RestTestClient somebody) {
    var request = somebody.method(method).uri(uri);
    if (method != HttpMethod.GET && method != HttpMethod.POST) {
      request.header(HttpHeaders.IF_MATCH, "\"" + version + "\"");
    }
    if (body != null) {
      request.contentType(type).body(body);
    }
    return request.exchange();
  }

  /** Each of them is told to log in, before anything else is looked at. */
  public void isRefusedTo(Map<String, RestTestClient> strangers) {
    strangers.forEach(
        (wrong, stranger) ->
            assertThat(by(stranger))
                .as("%s %s, %s", method, uri, wrong)
                .satisfies(
                    answer ->
                        answer
                            .expectStatus()
                            .isUnauthorized()
                            .expectHeader()
                            .contentType(MediaType.APPLICATION_PROBLEM_JSON)));
  }
}
