package io.orderjourney.notification.messages.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.notification.messages.MessageChannel.Message;
import io.orderjourney.notification.messages.MessageChannel.Outcome;
import io.orderjourney.notification.messages.email.MailServer.Security;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail and password are encrypted between the shop and its mail server. */
class SecuredMailTest {

    /** The user "shop" and the password "secret" (RFC 4616). */
    private static final String AUTH = "AUTH PLAIN c2hvcABzaG9wAHNlY3JldA==";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void mail_and_password_are_sent_encrypted(Security security) throws IOException, InterruptedException {
        SSLContext tls = Certificates.selfSigned(directory, "ip:127.0.0.1");
        try (ScriptedMailServer server = server(tls, security)) {
            assertThat(outcome(server, security, tls.getSocketFactory())).isEqualTo(Outcome.DELIVERED);

            assertThat(server.receivedEncrypted()).contains(AUTH, "RCPT TO:<jan@example.org>", "Soon, Jan.");
            assertThat(server.received()).noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void a_certificate_for_another_name_is_rejected(Security security) throws IOException, InterruptedException {
        SSLContext tls = Certificates.selfSigned(directory, "dns:another.example.org");
        try (ScriptedMailServer server = server(tls, security)) {
            assertThat(outcome(server, security, tls.getSocketFactory())).isEqualTo(Outcome.NOT_NOW);
            assertThat(server.receivedEncrypted()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void an_untrusted_certificate_is_rejected(Security security) throws IOException, InterruptedException {
        try (ScriptedMailServer server = server(Certificates.selfSigned(directory, "ip:127.0.0.1"), security)) {
            assertThat(outcome(server, security, everyday())).isEqualTo(Outcome.NOT_NOW);
            assertThat(server.receivedEncrypted()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void a_server_without_starttls_is_refused(Security security) {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            server.answers("EHLO", "250-here\n250-SMTPUTF8\n250 AUTH PLAIN");

            assertThat(outcome(server, security, everyday())).isEqualTo(Outcome.NOT_NOW);
            assertThat(server.received()).noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
        }
    }

    @Test
    void a_wrong_password_is_retried_later() throws IOException, InterruptedException {
        SSLContext tls = Certificates.selfSigned(directory, "ip:127.0.0.1");
        try (ScriptedMailServer server = server(tls, Security.TLS).answers("AUTH", "535 5.7.8 no")) {
            assertThat(outcome(server, Security.TLS, tls.getSocketFactory())).isEqualTo(Outcome.NOT_NOW);
        }
    }

    @Test
    void a_password_is_neither_sent_in_clear_text_nor_logged() {
        assertThatThrownBy(() -> mailServer(25, Security.NONE, "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> mailServer(587, Security.STARTTLS, null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(mailServer(587, Security.STARTTLS, "secret").toString()).doesNotContain("secret");
    }

    private static ScriptedMailServer server(SSLContext tls, Security security) {
        return new ScriptedMailServer(tls, security == Security.TLS)
                .answers("EHLO", "250-here\n250-SMTPUTF8\n250-STARTTLS\n250 AUTH PLAIN")
                .answers("STARTTLS", "220 go on")
                .answers("AUTH", "235 welcome");
    }

    private static SSLSocketFactory everyday() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static MailServer mailServer(int port, Security security, @Nullable String password) {
        return new MailServer("127.0.0.1", port, security, "shop", password, "example.org");
    }

    private static Outcome outcome(ScriptedMailServer server, Security security, SSLSocketFactory tls) {
        EmailChannel channel = new EmailChannel(
                mailServer(server.port(), security, "secret"),
                tls,
                Duration.ofSeconds(60),
                "Order Journey Shop",
                "shop@example.org",
                InstantSource.system());
        try {
            return channel.send(new Message("m-1.email", "jan@example.org", "News", "Soon, Jan.", "<p>Soon, Jan.</p>"))
                    .outcome();
        } finally {
            channel.stop();
        }
    }
}
