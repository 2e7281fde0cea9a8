package io.orderjourney.notification.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.orderjourney.notification.WebhookReceiver;
import io.orderjourney.notification.WebhookReceiver.Got;
import io.orderjourney.notification.webhooks.TargetAddressPolicy;
import io.orderjourney.notification.webhooks.WebhookSender.Outcome;
import io.orderjourney.notification.webhooks.WebhookSender.Request;
import io.orderjourney.rest.webhook.WebhookSignature;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTP server, and against a socket that does what no server should. */
class SignedPostTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final UUID ID = UUID.fromString("01940000-0000-7000-8000-0000000000a1");
    private static final String BODY = "{\"type\":\"webhooks.test.v1\",\"text\":\"Zażółć gęślą jaźń\"}";

    private final SignedPost post = post(new TargetAddressPolicy(true), Duration.ofSeconds(10));
    private WebhookReceiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
        post.stop();
    }

    @Test
    void a_receiver_can_check_what_it_gets() {
        Outcome outcome = post.send(request(receiver.url() + "?shop=1", SECRET));

        assertThat(outcome).isEqualTo(new Outcome(true, 204, "taken"));
        Got got = receiver.got().get(0);
        assertThat(got.body()).isEqualTo(BODY);
        assertThat(got.path()).isEqualTo("/hooks?shop=1");
        assertThat(got.header("webhook-id")).isEqualTo(ID.toString());
        assertThat(got.header("content-type")).isEqualTo("application/json");
        assertThatCode(() -> WebhookSignature.of(SECRET)
                        .verify(got::header, got.body().getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @Test
    void while_a_secret_is_changed_the_old_and_the_new_one_can_check() {
        post.send(new Request(receiver.url(), List.of(SECRET, OLD_SECRET), ID, BODY));

        Got got = receiver.got().get(0);
        assertThat(got.header("webhook-signature").split(" ")).hasSize(2);
        for (String secret : List.of(SECRET, OLD_SECRET)) {
            assertThatCode(() -> WebhookSignature.of(secret)
                            .verify(got::header, got.body().getBytes(StandardCharsets.UTF_8)))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 404, 410, 429, 500, 503})
    void only_2xx_counts_as_taken_and_no_redirect_is_followed(int status) {
        receiver.answers(status);

        assertThat(post.send(request(receiver.url(), SECRET)))
                .isEqualTo(new Outcome(false, status, "the receiver answered " + status));
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void an_internal_address_is_never_connected_to() {
        SignedPost guarded = post(new TargetAddressPolicy(false), Duration.ofSeconds(10));

        assertThat(guarded.send(request(receiver.url(), SECRET)).taken()).isFalse();
        assertThat(guarded.send(request("https://127.0.0.1:" + receiver.port() + "/", SECRET))
                        .detail())
                .startsWith("the address is refused");
        assertThat(guarded.send(request("https://hooks.localhost:" + receiver.port() + "/", SECRET))
                        .detail())
                .isIn("the host's name leads into an internal network", "the host's name is not known");
        assertThat(receiver.got()).isEmpty();
        guarded.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello\r\n", "HTTP/1.1 abc\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 2000 OK\r\n"})
    void an_answer_that_is_no_http_is_a_failure(String answer) throws IOException {
        assertThat(answered(answer, true).taken()).isFalse();
    }

    @Test
    void a_receiver_that_says_nothing_or_drips_is_hung_up_on() throws IOException {
        assertThat(answered("HTTP/1.1 20", false).detail()).startsWith("no connection, or no answer in time");
    }

    /** A receiver that writes this and then closes the connection, or leaves it open. */
    private static Outcome answered(String answer, boolean closes) throws IOException {
        SignedPost impatient = post(new TargetAddressPolicy(true), Duration.ofMillis(300));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> write(server, answer, closes));
            thread.start();
            Outcome outcome = impatient.send(request("http://127.0.0.1:" + server.getLocalPort() + "/", SECRET));
            server.close();
            thread.interrupt();
            return outcome;
        } finally {
            impatient.stop();
        }
    }

    private static void write(ServerSocket server, String answer, boolean closes) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (!closes) {
                // Until the sender hangs up.
                socket.getInputStream().readAllBytes();
            }
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotNull();
        }
    }

    private static SignedPost post(TargetAddressPolicy targets, Duration patience) {
        return new SignedPost(targets, (SSLSocketFactory) SSLSocketFactory.getDefault(), patience);
    }

    private static Request request(String url, String secret) {
        return new Request(url, List.of(secret), ID, BODY);
    }
}
