package io.orderjourney.notification.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel.Outcome;
import io.orderjourney.notification.channels.email.MailServer.Security;
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

/** Nobody between the shop and its mail server reads the mail or the password. */
class SecuredMailTest {

    /** The user "shop" and the password "secret" (RFC 4616). */
    private static final String AUTH = "AUTH PLAIN c2hvcABzaG9wAHNlY3JldA==";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void the_mail_and_the_password_are_said_in_private(Security security) throws IOException, InterruptedException {
        SSLContext tls = Certificates.selfSigned(directory, "ip:127.0.0.1");
        try (ScriptedMailServer server = server(tls, security)) {
            assertThat(outcome(server, security, tls.getSocketFactory())).isEqualTo(Outcome.HANDED_OVER);

            assertThat(server.heardInPrivate()).contains(AUTH, "RCPT TO:<jan@example.org>", "Soon, Jan.");
            assertThat(server.heard()).noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void a_server_with_a_certificate_for_another_name_hears_nothing(Security security)
            throws IOException, InterruptedException {
        SSLContext tls = Certificates.selfSigned(directory, "dns:another.example.org");
        try (ScriptedMailServer server = server(tls, security)) {
            assertThat(outcome(server, security, tls.getSocketFactory())).isEqualTo(Outcome.NOT_NOW);
            assertThat(server.heardInPrivate()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void a_server_whom_nobody_vouches_for_hears_nothing(Security security) throws IOException, InterruptedException {
        try (ScriptedMailServer server = server(Certificates.selfSigned(directory, "ip:127.0.0.1"), security)) {
            assertThat(outcome(server, security, everyday())).isEqualTo(Outcome.NOT_NOW);
            assertThat(server.heardInPrivate()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void to_a_server_that_cannot_secure_the_line_nothing_is_said(Security security) {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            server.answers("EHLO", "250-here\n250-SMTPUTF8\n250 AUTH PLAIN");

            assertThat(outcome(server, security, everyday())).isEqualTo(Outcome.NOT_NOW);
            assertThat(server.heard()).noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
        }
    }

    @Test
    void a_wrong_password_is_ours_to_mend() throws IOException, InterruptedException {
        SSLContext tls = Certificates.selfSigned(directory, "ip:127.0.0.1");
        try (ScriptedMailServer server = server(tls, Security.TLS).answers("AUTH", "535 5.7.8 no")) {
            assertThat(outcome(server, Security.TLS, tls.getSocketFactory())).isEqualTo(Outcome.NOT_NOW);
        }
    }

    @Test
    void a_password_is_neither_sent_in_the_clear_nor_written_into_a_log() {
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
