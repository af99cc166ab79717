package com.accordenergie.auth;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody's browser in front of the gateway: keeps cookies, sends forms as they were filled in, and
 * follows no redirect by itself. Each has an address of its own.
 */
final class Browser {

  static final String ORIGIN = "http://localhost:8080";

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final String service;
  private final String address;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(String service) {
    this(service, randomAddress());
  }

  Browser(String service, String address) {
    this.service = service;
    this.address = address;
  }

  /** Out of the block that documentation may use (RFC 5737), so that nobody is charged for others. */
  static String randomAddress() {
    var random = ThreadLocalRandom.current();
    return "198.%d.%d.%d"
        .formatted(18 + random.nextInt(2), random.nextInt(256), 1 + random.nextInt(254));
  }

  HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(here(url)).header("Accept", "text/html").GET());
  }

  /** Follows redirects as long as they stay at the gateway. */
  HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> current = answer;
    for (int hops = 0; hops < 10 && leadsBackHere(current); hops++) {
      current = get(locationOf(current));
    }
    return current;
  }

  HttpResponse<String> post(String url, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(here(url))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
  }

  /** Sends the form of a page with its hidden fields. */
  HttpResponse<String> submit(HttpResponse<String> page, String url, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      form.put(hidden.group(1), hidden.group(2));
    }
    form.putAll(fields);
    return post(url, form);
  }

  HttpResponse<String> logIn(String username, String password) {
    return submit(get("/login"), "/login", Map.of("username", username, "password", password));
  }

  /** The same browser, led to another instance by the gateway. */
  Browser at(String otherService) {
    Browser led = new Browser(otherService, address);
    led.cookies.putAll(cookies);
    return led;
  }

  void forgetCookies() {
    cookies.clear();
  }

  void forgetCookie(String name) {
    cookies.remove(name);
  }

  void keepCookie(String name, String value) {
    cookies.put(name, value);
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  static String locationOf(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  static String parameter(String url, String name) {
    Matcher found = Pattern.compile("[?&]" + name + "=([^&#]*)").matcher(url);
    if (!found.find()) {
      throw new AssertionError("No " + name + " in " + url);
    }
    return java.net.URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static boolean leadsBackHere(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .filter(location -> location.startsWith("/") || location.startsWith(ORIGIN + "/"))
        .filter(location -> !location.startsWith(ORIGIN + "/session/"))
        .isPresent();
  }

  private URI here(String url) {
    return URI.create(service + (url.startsWith(ORIGIN) ? url.substring(ORIGIN.length()) : url));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    request
        .timeout(Duration.ofSeconds(15))
        .header("X-Forwarded-Host", "localhost:8080")
        .header("X-Forwarded-Proto", "http")
        .header("X-Forwarded-Port", "8080")
        .header("X-Forwarded-For", address);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(pair.indexOf('=') + 1);
    if (value.isEmpty()) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }
}
