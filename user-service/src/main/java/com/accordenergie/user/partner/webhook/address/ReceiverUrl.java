package com.accordenergie.user.partner.webhook.address;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** How the address of a receiver has to be written. Where it leads is {@link AddressGuard}'s to say. */
public final class ReceiverUrl {

  private static final int LONGEST = 500;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int FIRST_OF_EVERYBODY = 1024;
  private static final int LAST = 65_535;

  private ReceiverUrl() {}

  /**
   * What is wrong with it, for people; null when nothing is.
   *
   * @param plainHttp whether it may be http too
   */
  public static @Nullable String fault(String text, boolean plainHttp) {
    if (text.length() > LONGEST) {
      return "It has " + LONGEST + " characters at most.";
    }
    URI url;
    try {
      url = new URI(text).parseServerAuthority();
    } catch (URISyntaxException unreadable) {
      return "It is no address such as https://example.com/events.";
    }
    boolean http = "http".equalsIgnoreCase(url.getScheme());
    if (!"https".equalsIgnoreCase(url.getScheme()) && !(http && plainHttp)) {
      return "It begins with https://.";
    }
    if (url.getHost() == null || url.isOpaque() || !isAscii(text)) {
      return "It has a host, and is written in ASCII.";
    }
    if (url.getRawUserInfo() != null) {
      return "It holds no credentials: they would be in every log on the way.";
    }
    if (url.getRawFragment() != null) {
      return "It has no fragment: that is never sent.";
    }
    return isUsual(url.getPort(), http ? HTTP : HTTPS)
        ? null
        : "Its port is %d, or from %d on.".formatted(HTTPS, FIRST_OF_EVERYBODY);
  }

  /** Below the first of everybody, there are mail servers and the like that others are to be kept from. */
  private static boolean isUsual(int port, int own) {
    return port == -1 || port == own || port >= FIRST_OF_EVERYBODY && port <= LAST;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character > ' ' && character < 0x7F);
  }
}
