package com.accordenergie.auth.login.web;

import com.accordenergie.auth.key.KeyVault;
import com.accordenergie.auth.login.KnownDevice;
import com.accordenergie.auth.login.LoginDetails;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.vault.Vault;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * By which a browser shows that people have logged in with it before. Nobody else can read or make
 * one; it is worth a few tries at their names, and nothing more.
 */
@Component
public final class DeviceCookie
    implements AuthenticationDetailsSource<HttpServletRequest, LoginDetails> {

  private static final String NAME = "accord-device";
  private static final Duration REMEMBERED = Duration.ofDays(180);

  private final Vault vault;

  DeviceCookie(KeyVault keys) {
    this.vault = new Vault(keys.keyFor("known devices", "AES"));
  }

  @Override
  public LoginDetails buildDetails(HttpServletRequest request) {
    return new LoginDetails(request, read(request));
  }

  /** Remembers in the browser that this name has logged in. */
  void remember(String username, HttpServletRequest request, HttpServletResponse response) {
    KnownDevice known = read(request);
    KnownDevice device = known == null ? new KnownDevice(Ids.next(), List.of()) : known;
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, written(device.after(username)))
            .path("/login")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(REMEMBERED)
            .build()
            .toString());
  }

  private @Nullable KnownDevice read(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    if (cookie == null) {
      return null;
    }
    try {
      return vault
          .open(Base64.getUrlDecoder().decode(cookie.getValue()), NAME)
          .map(DeviceCookie::device)
          .orElse(null);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  private String written(KnownDevice device) {
    String content = device.id() + "\n" + String.join("\n", device.names());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(vault.seal(content.getBytes(StandardCharsets.UTF_8), NAME));
  }

  private static KnownDevice device(byte[] content) {
    List<String> lines =
        Arrays.asList(new String(content, StandardCharsets.UTF_8).split("\n"));
    return new KnownDevice(UUID.fromString(lines.getFirst()), lines.subList(1, lines.size()));
  }
}
