package com.accordenergie.gateway.session;

import com.accordenergie.gateway.routing.PublicOrigin;
import com.accordenergie.gateway.upstream.Upstream;
import com.accordenergie.gateway.upstream.UpstreamCalls;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * What the gateway asks of auth-service, as any application would, but from instance to instance: a
 * login must not take the way through the front door again.
 */
@Component
class AuthService {

  private static final Logger log = LoggerFactory.getLogger(AuthService.class);

  private static final URI TOKEN = URI.create("http://auth-service/oauth2/token");
  private static final URI REVOKE = URI.create("http://auth-service/oauth2/revoke");
  private static final String SESSIONS = "/api/v1/me/sessions";

  private final UpstreamCalls calls;
  private final ClientAuthentication gateway;
  private final URI callback;
  private final Clock clock;

  AuthService(
      UpstreamCalls calls, SessionProperties properties, PublicOrigin origin, Clock clock) {
    this.calls = calls;
    this.gateway =
        new ClientSecretBasic(
            new ClientID(properties.clientId()), new Secret(properties.clientSecret()));
    this.callback = origin.uri().resolve(LoginController.CALLBACK);
    this.clock = clock;
  }

  /**
   * @throws LoginRefusedException when the code is not, or no longer, good
   * @throws ProblemException when nobody answers
   */
  TokenSet redeem(AuthorizationCode code, LoginAttempt attempt) {
    return tokens(new AuthorizationCodeGrant(code, callback, attempt.verifier()), null);
  }

  /**
   * @throws LoginRefusedException when the login has ended
   * @throws ProblemException when nobody answers
   */
  TokenSet renew(String refreshToken) {
    var known = new RefreshToken(refreshToken);
    return tokens(new RefreshTokenGrant(known), known);
  }

  /** Whatever the answer is: the token is forgotten here in any case. */
  void revoke(String refreshToken) {
    try {
      var request = new TokenRevocationRequest(REVOKE, gateway, new RefreshToken(refreshToken));
      UpstreamCalls.Reply reply = send(request.toHTTPRequest());
      if (!reply.succeeded()) {
        log.warn("A refresh token was not revoked: {}", reply.status());
      }
    } catch (ProblemException away) {
      log.warn("A refresh token was not revoked: {}", away.getMessage());
    }
  }

  /** Ends all logins of whom the access token belongs to. */
  void endAll(String accessToken) {
    var headers = new HttpHeaders();
    headers.setBearerAuth(accessToken);
    UpstreamCalls.Reply reply =
        calls.send(Upstream.AUTH, HttpMethod.DELETE, SESSIONS, headers, "");
    if (!reply.succeeded()) {
      log.warn("Logging out everywhere was answered {}", reply.status());
      throw Problems.unavailable("The other sessions could not be ended. Nothing was changed.");
    }
  }

  private TokenSet tokens(AuthorizationGrant grant, @Nullable RefreshToken known) {
    TokenResponse answer = ask(new TokenRequest(TOKEN, gateway, grant).toHTTPRequest());
    if (!answer.indicatesSuccess()) {
      throw refusal(answer.toErrorResponse().getErrorObject());
    }
    if (!(answer instanceof OIDCTokenResponse openId)) {
      throw new LoginRefusedException("no OpenID Connect answer", null);
    }
    OIDCTokens tokens = openId.getOIDCTokens();
    RefreshToken refreshToken = Optional.ofNullable(tokens.getRefreshToken()).orElse(known);
    if (refreshToken == null) {
      throw new LoginRefusedException("no refresh token", null);
    }
    return new TokenSet(
        tokens.getAccessToken().getValue(),
        clock.instant().plusSeconds(tokens.getAccessToken().getLifetime()),
        refreshToken.getValue(),
        tokens.getIDTokenString());
  }

  private static RuntimeException refusal(ErrorObject error) {
    if (OAuth2Error.INVALID_GRANT.equals(error)) {
      return new LoginRefusedException("invalid_grant", null);
    }
    log.error("auth-service refuses the gateway: {}", error.getCode());
    return Problems.unavailable("Logging in does not work right now.");
  }

  private TokenResponse ask(HTTPRequest request) {
    UpstreamCalls.Reply reply = send(request);
    try {
      var response = new HTTPResponse(reply.status());
      response.setContentType(String.valueOf(reply.type()));
      response.setBody(reply.body());
      return OIDCTokenResponseParser.parse(response);
    } catch (ParseException unreadable) {
      log.warn("auth-service answered {} in no known form", reply.status());
      throw Problems.unavailable("Logging in does not work right now.");
    }
  }

  private UpstreamCalls.Reply send(HTTPRequest request) {
    var headers = new HttpHeaders();
    request.getHeaderMap().forEach(headers::addAll);
    return calls.send(
        Upstream.AUTH,
        HttpMethod.POST,
        request.getURI().getPath(),
        headers,
        Optional.ofNullable(request.getBody()).orElse(""));
  }
}
