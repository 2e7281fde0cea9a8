package io.orderjourney.notification.webhooks.http;

import io.orderjourney.notification.webhooks.TargetAddressPolicy;
import io.orderjourney.notification.webhooks.WebhookSender;
import io.orderjourney.rest.webhook.WebhookSignature;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts over a socket of its own. An HTTP client would look the name up again after it was checked, follow redirects, and read whatever the
 * receiver writes; here the connection goes to the very address that was checked, and of the response only the status is read.
 */
@Singleton
class SignedPost implements WebhookSender {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ALL = Duration.ofSeconds(10);
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int STATUS_LINE_MAX = 1_024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    private final TargetAddressPolicy targets;
    private final SSLSocketFactory tls;
    private final Duration patience;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "webhook-hang-up");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    SignedPost(
            @ConfigProperty(name = "journey.webhooks.private-targets", defaultValue = "false") boolean privateTargets) {
        this(new TargetAddressPolicy(privateTargets), (SSLSocketFactory) SSLSocketFactory.getDefault(), ALL);
    }

    SignedPost(TargetAddressPolicy targets, SSLSocketFactory tls, Duration patience) {
        this.targets = targets;
        this.tls = tls;
        this.patience = patience;
        timer.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    @Override
    public Outcome send(Request request) {
        Optional<String> objection = targets.objection(request.url());
        if (objection.isPresent()) {
            return failed("the address is refused: " + objection.get());
        }
        URI uri = URI.create(request.url());
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(uri.getHost());
        } catch (UnknownHostException unknown) {
            return failed("the host's name is not known");
        }
        for (InetAddress address : addresses) {
            if (!targets.allows(address)) {
                return failed("the host's name leads into an internal network");
            }
        }
        return send(request, uri, addresses[0]);
    }

    private Outcome send(Request request, URI uri, InetAddress address) {
        try (Socket socket = new Socket()) {
            // Reads have a limit each; a receiver that drips has one for all of it.
            ScheduledFuture<?> hangUp = timer.schedule(() -> close(socket), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return status(connect(socket, uri, address), request, uri);
            } finally {
                hangUp.cancel(false);
            }
        } catch (IOException lost) {
            return failed(
                    "no connection, or no answer in time: " + lost.getClass().getSimpleName());
        } catch (RuntimeException unexpected) {
            return failed("it could not be sent: " + unexpected.getClass().getSimpleName());
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // Nothing is left to hang up.
        }
    }

    private Socket connect(Socket socket, URI uri, InetAddress address) throws IOException {
        socket.connect(new InetSocketAddress(address, port(uri)), (int) CONNECT.toMillis());
        socket.setSoTimeout((int) patience.toMillis());
        if (!isTls(uri)) {
            return socket;
        }
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, uri.getHost(), port(uri), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setServerNames(List.of(new SNIHostName(uri.getHost())));
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static Outcome status(Socket connected, Request request, URI uri) throws IOException {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        OutputStream out = connected.getOutputStream();
        out.write(head(request, uri, body).getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        Matcher line = STATUS.matcher(firstLine(connected.getInputStream()));
        if (!line.matches()) {
            return failed("the answer is no HTTP");
        }
        int status = Integer.parseInt(line.group(1));
        return status >= 200 && status < 300
                ? new Outcome(true, status, "taken")
                : new Outcome(false, status, "the receiver answered " + status);
    }

    private static String head(Request request, URI uri, byte[] body) {
        StringBuilder head = new StringBuilder("POST ")
                .append(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getHost())
                .append(uri.getPort() == -1 ? "" : ":" + uri.getPort())
                .append("\r\nContent-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\nUser-Agent: Order-Journey-Webhooks/1\r\nAccept: */*\r\nConnection: close\r\n");
        WebhookSignature.of(String.join(",", request.secrets()))
                .sign(request.messageId().toString(), body)
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < STATUS_LINE_MAX) {
            line.append((char) next);
            next = in.read();
        }
        return line.toString().stripTrailing();
    }

    private static boolean isTls(URI uri) {
        return "https".equals(uri.getScheme());
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return isTls(uri) ? HTTPS_PORT : HTTP_PORT;
    }

    private static Outcome failed(String why) {
        return new Outcome(false, null, why);
    }
}
