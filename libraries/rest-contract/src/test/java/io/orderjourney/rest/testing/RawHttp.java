package io.orderjourney.rest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends exactly these bytes on a connection of its own and reads until the other side is done. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 15_000;

    private final URI base;

    public RawHttp(URI base) {
        this.base = base;
    }

    /** The first answer; status 0 if the connection was closed without one. */
    public record Answer(int status, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    public Answer send(String requestLine, String... headers) throws IOException {
        return sendAs(base.getAuthority(), requestLine, headers);
    }

    public Answer sendAs(String host, String requestLine, String... headers) throws IOException {
        return exchange(head(host, requestLine, headers).getBytes(StandardCharsets.ISO_8859_1));
    }

    public Answer sendWithBody(String body, String requestLine, String... headers) throws IOException {
        return exchange((head(base.getAuthority(), requestLine, headers) + body).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String head(String host, String requestLine, String... headers) {
        StringBuilder head =
                new StringBuilder(requestLine).append("\r\nHost: ").append(host).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    public Answer exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException closedWhileWriting) {
                // The answer may be there all the same.
            }
            return parse(readAll(socket.getInputStream()));
        }
    }

    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            int length = in.read(buffer);
            while (length >= 0) {
                all.write(buffer, 0, length);
                length = in.read(buffer);
            }
        } catch (SocketTimeoutException hangs) {
            throw new AssertionError("No end of the answer within " + TIMEOUT_MILLIS + " ms: " + all, hangs);
        } catch (IOException reset) {
            // What came before the reset counts.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Answer parse(String text) {
        if (!text.startsWith("HTTP/1.")) {
            return new Answer(0, Map.of(), text);
        }
        int headEnd = text.indexOf("\r\n\r\n");
        String head = headEnd < 0 ? text : text.substring(0, headEnd);
        Map<String, String> headers = new TreeMap<>();
        String[] lines = head.split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        String body = headEnd < 0 ? "" : text.substring(headEnd + 4);
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }
}
