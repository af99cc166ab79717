package com.accordenergie.user.partner.webhook.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are called at a stranger's word, and which never. */
class AddressGuardTest {

  private static AddressGuard guard(List<String> allowed, String... addresses) {
    return new AddressGuard(
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
              found[i] = InetAddress.ofLiteral(addresses[i]);
            }
            return found;
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        },
        allowed);
  }

  private static boolean isCalled(InetAddress address) {
    return PublicInternet.has(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::10.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.1.2.3",
        "::ffff:0:10.1.2.3",
        "64:ff9b::7f00:1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1"
      })
  void whatIsInsideIsNeverCalled(String address) {
    assertThatExceptionOfType(InsideAddressException.class)
        .isThrownBy(() -> guard(List.of(), address).resolve("somewhere.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.255.255",
        "192.169.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4007:80e::200e",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1"
      })
  void whatIsOutsideIs(String address) throws UnknownHostException {
    assertThat(guard(List.of(), address).resolve("somewhere.example"))
        .containsExactly(InetAddress.ofLiteral(address));
  }

  @Test
  void oneInsideAddressAmongOthersIsEnough() {
    assertThatExceptionOfType(InsideAddressException.class)
        .isThrownBy(() -> guard(List.of(), "1.1.1.1", "10.0.0.1").resolve("both.example"));
  }

  @Test
  void anInstallationMayAllowSomeOfItsOwn() throws UnknownHostException {
    assertThat(guard(List.of("10.1.0.0/16"), "10.1.2.3").resolve("erp.example")).hasSize(1);
    assertThatExceptionOfType(InsideAddressException.class)
        .isThrownBy(() -> guard(List.of("10.1.0.0/16"), "10.2.2.3").resolve("erp.example"));
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> guard(List.of()).resolve("nowhere.example"));
  }

  /** However an IPv4 address is dressed up, what counts is where it leads. */
  @Property
  void anIpv4AddressIsTheSameInEveryDress(@ForAll @Size(4) byte[] bytes) throws Exception {
    boolean called = isCalled(InetAddress.getByAddress(bytes));
    byte[] nat64 = new byte[16];
    nat64[1] = 0x64;
    nat64[2] = (byte) 0xff;
    nat64[3] = (byte) 0x9b;
    System.arraycopy(bytes, 0, nat64, 12, 4);
    byte[] sixToFour = new byte[16];
    sixToFour[0] = 0x20;
    sixToFour[1] = 0x02;
    System.arraycopy(bytes, 0, sixToFour, 2, 4);
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    System.arraycopy(bytes, 0, mapped, 12, 4);
    byte[] compatible = new byte[16];
    System.arraycopy(bytes, 0, compatible, 12, 4);

    assertThat(isCalled(InetAddress.getByAddress(nat64))).isEqualTo(called);
    assertThat(isCalled(InetAddress.getByAddress(sixToFour))).isEqualTo(called);
    assertThat(isCalled(InetAddress.getByAddress(mapped))).isEqualTo(called);
    assertThat(isCalled(Inet6Address.getByAddress(null, mapped, -1)))
        .as("even if it is not unpacked")
        .isFalse();
    assertThat(isCalled(InetAddress.getByAddress(compatible))).isFalse();
  }

  /** Java has an opinion of its own on some of them; none that it takes for inside is called. */
  @Property
  void nothingThatJavaTakesForInsideIsCalled(@ForAll("addresses") InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      assertThat(isCalled(address)).as(address.getHostAddress()).isFalse();
    }
  }

  @Property
  void ofIpv6OnlyGlobalUnicastIsCalled(@ForAll @Size(16) byte[] bytes) throws Exception {
    InetAddress address = InetAddress.getByAddress(bytes);
    if (address instanceof Inet6Address && isCalled(address)) {
      assertThat(bytes[0] & 0xe0).as(address.getHostAddress()).isEqualTo(0x20);
    }
  }

  @Provide
  Arbitrary<InetAddress> addresses() {
    Arbitrary<Byte> first =
        Arbitraries.of(0, 10, 127, 169, 172, 192, 224, 0xfc, 0xfe, 0xff, 0x20).map(Integer::byteValue);
    Arbitrary<byte[]> rest = Arbitraries.bytes().array(byte[].class).ofSize(15);
    return first.flatMap(
        begin ->
            rest.flatMap(
                bytes ->
                    Arbitraries.of(4, 16)
                        .map(
                            length -> {
                              byte[] all = new byte[length];
                              all[0] = begin;
                              System.arraycopy(bytes, 0, all, 1, length - 1);
                              try {
                                return InetAddress.getByAddress(all);
                              } catch (UnknownHostException impossible) {
                                throw new IllegalStateException(impossible);
                              }
                            })));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "ftp://example.com/",
        "example.com",
        "/events",
        "https:example.com",
        "https:///events",
        "https://user@example.com/",
        "https://user:secret@example.com/",
        "https://example.com/#part",
        "https://example.com:0/",
        "https://example.com:25/",
        "https://example.com:80/",
        "https://example.com:1023/",
        "https://example.com:65536/",
        "https://0x7f.1/",
        "https://exa mple.com/",
        "https://example.com\\@127.0.0.1/",
        "https://exämple.com/",
        "https://[::1",
        ""
      })
  void anAddressThatIsWrittenStrangelyIsRefused(String url) {
    assertThat(ReceiverUrl.fault(url, false)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com/events?key=1",
        "HTTPS://Example.com:443/",
        "https://example.com:8443/a/b",
        "https://[2606:4700:4700::1111]/",
        "https://xn--exmple-cua.com/"
      })
  void oneThatIsWrittenAsUsualIsNot(String url) {
    assertThat(ReceiverUrl.fault(url, false)).isNull();
  }
}
