package com.accordenergie.user.partner.webhook.address;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.util.matcher.InetAddressMatcher;

/**
 * Looks names up and gives only addresses that may be called. An HTTP client that has this as its
 * resolver connects to the very addresses that were checked: a name that leads elsewhere the next time
 * it is asked (rebinding) is checked the next time.
 */
public final class AddressGuard implements DnsResolver {

  private final DnsResolver names;
  private final List<InetAddressMatcher> allowed;

  /**
   * @param allowed CIDRs that may be called although they are not on the public internet
   */
  public AddressGuard(DnsResolver names, List<String> allowed) {
    this.names = names;
    this.allowed = allowed.stream().map(PublicInternet::range).toList();
  }

  /** All of a name's addresses have to be such: otherwise chance would choose. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.resolve(host);
    if (addresses == null || addresses.length == 0) {
      throw new UnknownHostException(host);
    }
    if (!Arrays.stream(addresses).allMatch(this::mayBeCalled)) {
      throw new InsideAddressException(host);
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private boolean mayBeCalled(InetAddress address) {
    return allowed.stream().anyMatch(range -> range.matches(address))
        || PublicInternet.has(address) && !isOurOwn(address);
  }

  private static boolean isOurOwn(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      return true;
    }
  }
}
