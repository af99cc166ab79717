package com.accordenergie.auth.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** What applications are told of the ways in: those that are open, not all that the framework knows. */
final class ClientMetadata {

  private static final List<String> GRANTS =
      List.of(
          AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
          AuthorizationGrantType.REFRESH_TOKEN.getValue(),
          AuthorizationGrantType.CLIENT_CREDENTIALS.getValue());

  private static final List<String> PROOFS =
      List.of(
          ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
          ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue(),
          ClientAuthenticationMethod.PRIVATE_KEY_JWT.getValue(),
          ClientAuthenticationMethod.NONE.getValue());

  private static final List<String> ALGORITHMS = List.of("RS256", "PS256", "ES256");

  private ClientMetadata() {}

  static void describe(Map<String, Object> metadata) {
    metadata.put("grant_types_supported", plain(GRANTS));
    metadata.put("token_endpoint_auth_methods_supported", plain(PROOFS));
    metadata.put("token_endpoint_auth_signing_alg_values_supported", plain(ALGORITHMS));
    metadata.put("revocation_endpoint_auth_methods_supported", plain(PROOFS));
    metadata.put("revocation_endpoint_auth_signing_alg_values_supported", plain(ALGORITHMS));
  }

  private static List<String> plain(List<String> values) {
    return new ArrayList<>(values);
  }
}
