package io.orderjourney.notification.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a webhook may go to. The person who registers one must not reach our own network with it: only HTTPS, only a name, and no address of
 * that name may be internal. The sender connects to the very address that was checked, so a name that changes in between changes nothing.
 *
 * @param privateAllowed for a receiver in the shop's own network, and for a demo: also http, numbers and internal addresses
 */
public record TargetAddressPolicy(boolean privateAllowed) {

    private static final int URL_LENGTH_MAX = 500;
    private static final Pattern NAME =
            Pattern.compile("(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** What is wrong with an address as it is written; empty if nothing is. */
    public Optional<String> objection(String url) {
        URI uri = parsed(url);
        if (uri == null || uri.getHost() == null || url.length() > URL_LENGTH_MAX) {
            return Optional.of("It must be an absolute address of at most 500 characters.");
        }
        boolean https = "https".equals(uri.getScheme());
        if (!https && !(privateAllowed && "http".equals(uri.getScheme()))) {
            return Optional.of("It must begin with https://.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("It must have neither a user nor a fragment.");
        }
        if (!privateAllowed && (uri.getPort() != -1 && uri.getPort() != 443 && uri.getPort() < 1024)) {
            return Optional.of("Its port must be 443, or 1024 and more.");
        }
        if (!privateAllowed && !NAME.matcher(uri.getHost()).matches()) {
            return Optional.of("It must name a host of the Internet, in small letters, not a number.");
        }
        return Optional.empty();
    }

    /** Whether the name may stand for this address. */
    public boolean allows(InetAddress address) {
        return privateAllowed || isPublic(address);
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes, 0));
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        int third = bytes[at + 2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean internal = first == 0
                || first == 10
                || first == 127
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168);
        boolean documentation = (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113);
        return !shared && !internal && !documentation && first < 224;
    }

    /** Only what is given out on the Internet, 2000::/3, and of that nothing that stands for an address of version 4. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean special = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xfe) == 0;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
        return global && !sixToFour && !special && !documentation;
    }
}
