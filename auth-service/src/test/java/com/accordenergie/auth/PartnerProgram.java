package com.accordenergie.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a partner runs: asks for a token, in each of the ways there are. */
final class PartnerProgram {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String service;
  private final String clientId;

  PartnerProgram(String service, String clientId) {
    this.service = service;
    this.clientId = clientId;
  }

  HttpResponse<String> showInHeader(String secret) {
    return ask(secret, Map.of("grant_type", "client_credentials"));
  }

  HttpResponse<String> ask(String secret, Map<String, String> parameters) {
    String credentials = clientId + ":" + secret;
    return ask(
        parameters,
        request ->
            request.header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
  }

  HttpResponse<String> showInBody(String secret) {
    return ask(Map.of("client_id", clientId, "client_secret", secret), request -> request);
  }

  HttpResponse<String> sign(String assertion) {
    return ask(
        Map.of(
            "client_id", clientId,
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", assertion),
        request -> request);
  }

  HttpResponse<String> sign(JWK key, JWSAlgorithm algorithm) {
    return sign(assertion(key, algorithm, claims -> claims));
  }

  String assertion(
      JWK key, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(clientId)
            .subject(clientId)
            .audience(Browser.ORIGIN + "/oauth2/token")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    try {
      JWSSigner signer =
          key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner(key.toRSAKey());
      var assertion =
          new SignedJWT(
              new JWSHeader.Builder(algorithm).keyID("whatever").build(),
              change.apply(claims).build());
      assertion.sign(signer);
      return assertion.serialize();
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }

  private HttpResponse<String> ask(
      Map<String, String> parameters, UnaryOperator<HttpRequest.Builder> with) {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    form.putIfAbsent("grant_type", "client_credentials");
    try {
      return HTTP.send(
          with.apply(
                  HttpRequest.newBuilder(URI.create(service + "/oauth2/token"))
                      .timeout(Duration.ofSeconds(15))
                      .header("Content-Type", "application/x-www-form-urlencoded"))
              .POST(HttpRequest.BodyPublishers.ofString(Browser.encoded(form)))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
