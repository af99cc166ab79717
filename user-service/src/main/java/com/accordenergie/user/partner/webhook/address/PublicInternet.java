package com.accordenergie.user.partner.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Which addresses are on the public internet, by IANA's registries of special-purpose addresses. Of
 * IPv6 only what is global unicast is; where an IPv4 address is carried in one, that one counts too.
 */
final class PublicInternet {

  private static final int IPV4_BYTES = 4;

  private static final List<InetAddressMatcher> SPECIAL_IPV4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind a carrier's translation
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local: where clouds keep their credentials
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays from 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  private static final InetAddressMatcher GLOBAL_UNICAST = range("2000::/3");

  private static final List<InetAddressMatcher> SPECIAL_IPV6 =
      ranges(
          "2001::/23", // protocol assignments, among them Teredo
          "2001:db8::/32", // documentation
          "3fff::/20"); // documentation

  private static final InetAddressMatcher NAT64 = range("64:ff9b::/96");
  private static final int NAT64_PREFIX_BYTES = 12;

  private static final InetAddressMatcher SIX_TO_FOUR = range("2002::/16");
  private static final int SIX_TO_FOUR_PREFIX_BYTES = 2;

  private PublicInternet() {}

  static boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == IPV4_BYTES) {
      return noneMatches(SPECIAL_IPV4, address);
    }
    if (NAT64.matches(address)) {
      return has(carried(bytes, NAT64_PREFIX_BYTES));
    }
    if (SIX_TO_FOUR.matches(address)) {
      return has(carried(bytes, SIX_TO_FOUR_PREFIX_BYTES));
    }
    return GLOBAL_UNICAST.matches(address) && noneMatches(SPECIAL_IPV6, address);
  }

  static InetAddressMatcher range(String cidr) {
    return InetAddressMatchers.fromIpAddress(cidr);
  }

  private static List<InetAddressMatcher> ranges(String... cidrs) {
    return Arrays.stream(cidrs).map(PublicInternet::range).toList();
  }

  private static boolean noneMatches(List<InetAddressMatcher> ranges, InetAddress address) {
    return ranges.stream().noneMatch(range -> range.matches(address));
  }

  private static InetAddress carried(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }
}
