package com.accordenergie.auth.config;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What a browser may do with our pages: load our own style, script and pictures and nothing else, be
 * in nobody's frame, and tell nobody from where it came.
 */
final class SecurityHeaders {

  /**
   * A form may lead where an application of ours waits for the answer: the browser applies the rule
   * to the redirects that follow the form, too.
   */
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "style-src 'self'",
          "script-src 'self'",
          "img-src 'self'",
          "form-action 'self' http://127.0.0.1:* com.accordenergie.interventions:",
          "base-uri 'none'",
          "frame-ancestors 'none'");

  private SecurityHeaders() {}

  static void apply(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }
}
