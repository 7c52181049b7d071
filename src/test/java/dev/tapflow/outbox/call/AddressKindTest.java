package dev.tapflow.outbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, PUBLIC",
    "1.1.1.1, PUBLIC",
    "9.255.255.255, PUBLIC",
    "11.0.0.0, PUBLIC",
    "172.15.255.255, PUBLIC",
    "172.32.0.0, PUBLIC",
    "100.63.255.255, PUBLIC",
    "100.128.0.0, PUBLIC",
    "192.167.255.255, PUBLIC",
    "223.255.255.255, PUBLIC",
    "127.0.0.1, OWN",
    "127.255.255.254, OWN",
    "10.0.0.0, OWN",
    "10.255.255.255, OWN",
    "172.16.0.1, OWN",
    "172.31.255.255, OWN",
    "192.168.1.1, OWN",
    "100.64.0.1, OWN",
    "100.127.255.255, OWN",
    "0.0.0.0, SPECIAL",
    "0.1.2.3, SPECIAL",
    "169.254.169.254, SPECIAL",
    "169.254.0.1, SPECIAL",
    "100.100.100.200, SPECIAL",
    "168.63.129.16, SPECIAL",
    "192.0.0.192, SPECIAL",
    "192.0.2.1, SPECIAL",
    "198.18.0.1, SPECIAL",
    "198.51.100.7, SPECIAL",
    "203.0.113.9, SPECIAL",
    "224.0.0.1, SPECIAL",
    "239.255.255.250, SPECIAL",
    "240.0.0.1, SPECIAL",
    "255.255.255.255, SPECIAL",
  })
  void tellsWhereAnIpv4AddressLeads(String address, AddressKind kind) {
    assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "2606:4700:4700::1111, PUBLIC",
    "2a00:1450:4007:80e::200e, PUBLIC",
    "64:ff9b::8.8.8.8, PUBLIC",
    "2002:808:808::1, PUBLIC",
    "2606:4700::5efe:8.8.8.8, PUBLIC",
    "::1, OWN",
    "fc00::1, OWN",
    "fd12:3456:789a::1, OWN",
    "::, SPECIAL",
    "fe80::1, SPECIAL",
    "fec0::1, SPECIAL",
    "ff02::1, SPECIAL",
    "fd00:ec2::254, SPECIAL",
    "fd20:ce::254, SPECIAL",
    "2001:db8::1, SPECIAL",
    "2001::1, SPECIAL",
    "3fff::1, SPECIAL",
    "100::1, SPECIAL",
    "4000::1, SPECIAL",
    "::127.0.0.1, SPECIAL",
    "::ffff:0:127.0.0.1, SPECIAL",
    "64:ff9b::127.0.0.1, SPECIAL",
    "64:ff9b::10.0.0.1, SPECIAL",
    "64:ff9b::169.254.169.254, SPECIAL",
    "64:ff9b:1::1, SPECIAL",
    "2002:7f00:1::, SPECIAL",
    "2002:a00:1::, SPECIAL",
    "2002:a9fe:a9fe::, SPECIAL",
    "2606:4700::5efe:192.168.0.1, SPECIAL",
    "2606:4700::200:5efe:10.0.0.1, SPECIAL",
    "fe80::5efe:8.8.8.8, SPECIAL",
    "::ffff:127.0.0.1, OWN",
    "::ffff:8.8.8.8, PUBLIC",
  })
  void tellsWhereAnIpv6AddressLeads(String address, AddressKind kind) {
    assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
  }

  @Test
  void looksIntoAMappedAddressThatJavaKeepsAsItIs() throws UnknownHostException {
    var bytes = new byte[16];
    bytes[10] = -1;
    bytes[11] = -1;
    bytes[12] = 127;
    bytes[15] = 1;

    assertThat(AddressKind.of(Inet6Address.getByAddress("x", bytes, -1)))
        .isEqualTo(AddressKind.SPECIAL);
  }
}
