package com.accordenergie.auth.login.web;

import com.accordenergie.auth.key.KeyVault;
import com.accordenergie.auth.login.KnownDevice;
import com.accordenergie.auth.login.KnownDevice.Visit;
import com.accordenergie.auth.login.LoginDetails;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.stereotype.Component;

/**
 * By which a browser shows that people have logged in with it before. Nobody else can read or make
 * one; it is worth a few tries at their names, and nothing more.
 */
@Component
public final class DeviceCookie
    implements AuthenticationDetailsSource<HttpServletRequest, LoginDetails> {

  private static final String NAME = "accord-device";

  private final Vault vault;

  DeviceCookie(KeyVault keys) {
    this.vault = new Vault(keys.keyFor("known devices", "AES"));
  }

  @Override
  public LoginDetails buildDetails(HttpServletRequest request) {
    return new LoginDetails(request.getRemoteAddr(), read(request));
  }

  /** Remembers in the browser who has logged in. */
  void remember(Visit visit, HttpServletRequest request, HttpServletResponse response) {
    KnownDevice device =
        read(request).stream()
            .findFirst()
            .orElseGet(() -> new KnownDevice(Ids.next(), List.of()));
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, written(device.after(visit)))
            .path("/login")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(KnownDevice.REMEMBERED)
            .build()
            .toString());
  }

  /** All that are ours: a neighbouring host may have put another one before it. */
  private List<KnownDevice> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(NAME))
        .flatMap(cookie -> opened(cookie.getValue()).stream())
        .map(DeviceCookie::device)
        .toList();
  }

  private Optional<byte[]> opened(String value) {
    try {
      return vault.open(Base64.getUrlDecoder().decode(value), NAME);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** A line for the device, and one for each visit. */
  private String written(KnownDevice device) {
    String content =
        Stream.concat(
                Stream.of(device.id().toString()),
                device.visits().stream().map(visit -> visit.at() + " " + visit.name()))
            .collect(Collectors.joining("\n"));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(vault.seal(content.getBytes(StandardCharsets.UTF_8), NAME));
  }

  private static KnownDevice device(byte[] content) {
    List<String> lines = List.of(new String(content, StandardCharsets.UTF_8).split("\n"));
    return new KnownDevice(
        UUID.fromString(lines.getFirst()),
        lines.stream().skip(1).map(line -> line.split(" ", 2)).map(DeviceCookie::visit).toList());
  }

  private static Visit visit(String[] written) {
    return new Visit(written[1], Instant.parse(written[0]));
  }
}
