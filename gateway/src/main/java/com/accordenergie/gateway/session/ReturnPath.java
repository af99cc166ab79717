package com.accordenergie.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Where somebody goes after logging in: a path of this origin, or home. Browsers take a backslash
 * for a slash and leave out control characters, so neither may be in it.
 */
final class ReturnPath {

  static final String PARAMETER = "return";
  static final String HOME = "/";

  private static final int LONGEST = 1000;

  private ReturnPath() {}

  /** Read from the query as it came: what is no path of ours is passed over, not refused. */
  static String in(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return HOME;
    }
    try {
      String encoded =
          UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst(PARAMETER);
      return encoded == null
          ? HOME
          : orHome(UriUtils.decode(encoded.replace('+', ' '), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unreadable) {
      return HOME;
    }
  }

  static String orHome(@Nullable String path) {
    return path != null && isLocal(path) ? path : HOME;
  }

  private static boolean isLocal(String path) {
    return path.length() <= LONGEST
        && path.startsWith("/")
        && !path.startsWith("//")
        && path.indexOf('\\') < 0
        && path.chars().noneMatch(Character::isISOControl)
        && !path.startsWith("/session/");
  }

  /** As a header can carry it; what the browser had encoded stays as it is. */
  static String toHeader(String path) {
    return path.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> isPlain(letter) ? letter : UriUtils.encode(letter, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  private static boolean isPlain(String letter) {
    return letter.length() == 1
        && letter.charAt(0) > ' '
        && letter.charAt(0) < 127
        && "\"<>".indexOf(letter.charAt(0)) < 0;
  }
}
