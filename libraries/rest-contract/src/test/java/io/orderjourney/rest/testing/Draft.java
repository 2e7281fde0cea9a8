package io.orderjourney.rest.testing;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request while something is being done to it; in the end exactly these bytes are sent. */
final class Draft {

    /** One header line; a name may stand there more than once. */
    record Header(String name, String value) {}

    String method;
    String path;
    final List<String> query = new ArrayList<>();
    final List<Header> headers = new ArrayList<>();
    byte[] body = new byte[0];

    Draft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    void set(String name, String value) {
        remove(name);
        add(name, value);
    }

    void add(String name, String value) {
        headers.add(new Header(name, value));
    }

    void remove(String name) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** Such a request is refused by the codec before us, which has no words for it. */
    boolean isUnreadable() {
        return isNoUri()
                || headers.stream().anyMatch(header -> header.value().chars().anyMatch(c -> c < ' ' && c != '\t'));
    }

    private boolean isNoUri() {
        try {
            return new URI(target()).getRawPath() == null;
        } catch (URISyntaxException e) {
            return true;
        }
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\n");
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
