package io.orderjourney.notification.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAddressPolicyTest {

    private static final TargetAddressPolicy PUBLIC = new TargetAddressPolicy(false);
    private static final TargetAddressPolicy PRIVATE = new TargetAddressPolicy(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.com/hooks",
                "https://shop.example.com:443/",
                "https://shop.example.com:8443/a?b=c",
                "https://xn--bcher-kva.example"
            })
    void names_of_the_internet_may_be_registered(String url) {
        assertThat(PUBLIC.objection(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example.com/",
                "ftp://shop.example.com/",
                "https://",
                "https:///path",
                "shop.example.com",
                "https://localhost/",
                "https://postgres/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://user:secret@shop.example.com/",
                "https://shop.example.com@127.0.0.1/",
                "https://shop.example.com:22/",
                "https://shop.example.com/#part",
                "https://shop.example.com./",
                "https://SHOP.example.com/",
                "https://shop_a.example.com/",
                "https://shop.example.com/\r\nHost: other",
                "https://shop.example.com/a b",
                "javascript:alert(1)",
                "file:///etc/passwd"
            })
    void what_could_reach_our_own_network_is_refused_as_it_is_written(String url) {
        assertThat(PUBLIC.objection(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "100::1"
            })
    void no_name_may_lead_to_an_internal_address(String address) throws UnknownHostException {
        assertThat(PUBLIC.allows(InetAddress.getByName(address))).isFalse();
        assertThat(PRIVATE.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.1.1.1",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2a00:1450:4001::1",
                "2606:4700::1111",
                "2001:4860:4860::8888"
            })
    void the_addresses_beside_them_are_public(String address) throws UnknownHostException {
        assertThat(PUBLIC.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_shop_may_allow_its_own_network() {
        assertThat(PRIVATE.objection("http://127.0.0.1:8000/hooks")).isEmpty();
        assertThat(PRIVATE.objection("ftp://127.0.0.1/")).isPresent();
        assertThat(PRIVATE.objection("https://shop.example.com/" + "a".repeat(500)))
                .isPresent();
    }
}
