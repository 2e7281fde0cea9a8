package io.orderjourney.notification.messages.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.notification.messages.MessageChannel.Message;
import io.orderjourney.notification.messages.MessageChannel.Outcome;
import io.orderjourney.notification.messages.email.MailServer.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every end that a dialogue with a mail server can have. */
class EmailChannelTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    /** The whole message must have gone out before we lose it, on a busy machine too. */
    private static final Duration LONG_ENOUGH_TO_SAY_ALL = Duration.ofSeconds(5);

    private final ScriptedMailServer server = new ScriptedMailServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void accepted_mail_is_delivered() {
        assertThat(outcome(LONG)).isEqualTo(Outcome.DELIVERED);

        assertThat(server.received())
                .contains(
                        "MAIL FROM:<shop@example.org> SMTPUTF8",
                        "RCPT TO:<jan@example.org>",
                        "EHLO example.org",
                        "From: Order Journey Shop <shop@example.org>",
                        "To: jan@example.org",
                        "Date: Mon, 2 Mar 2026 09:00:00 +0000 (UTC)",
                        "Message-ID: <m-1.email@example.org>",
                        "Auto-Submitted: auto-generated",
                        "Soon, Jan.",
                        "<p>Soon, Jan.</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, REJECTED",
        "RCPT, 500 what, REJECTED",
        "RCPT, 552 mailbox full, REJECTED",
        "RCPT, 451 4.7.1 come again, NOT_NOW",
        "RCPT, 499 come again, NOT_NOW",
        "DATA, 421 closing, NOT_NOW",
        "DATA, 554 no, REJECTED",
        "., 554 spam, REJECTED",
        "., 451 disk full, NOT_NOW",
        // these are about us and would refuse every customer's mail
        "MAIL, 553 whoever that is, NOT_NOW",
        "MAIL, 451 come again, NOT_NOW",
        "RCPT, 530 log in first, NOT_NOW",
        "EHLO, 550 go away, NOT_NOW",
        "GREETING, 554 no service here, NOT_NOW"
    })
    void only_refusals_of_this_message_are_final(String command, String reply, Outcome outcome) {
        server.answers(command, reply);

        assertThat(outcome(LONG)).isEqualTo(outcome);
    }

    @Test
    void an_unreachable_server_has_accepted_nothing() {
        server.close();

        assertThat(outcome(LONG)).isEqualTo(Outcome.NOT_NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void a_connection_lost_before_the_message_means_not_accepted(String command) {
        server.answers(command, ScriptedMailServer.HANGS_UP);
        assertThat(outcome(LONG)).isEqualTo(Outcome.NOT_NOW);

        server.answers(command, ScriptedMailServer.SILENCE);
        assertThat(outcome(SHORT)).isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void a_connection_lost_after_the_message_means_outcome_unknown() {
        server.answers(".", ScriptedMailServer.HANGS_UP);
        assertThat(outcome(LONG)).isEqualTo(Outcome.UNKNOWN);

        server.answers(".", ScriptedMailServer.SILENCE);
        assertThat(outcome(LONG_ENOUGH_TO_SAY_ALL)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_server_that_hung_is_used_again_at_once() {
        server.answers("GREETING", ScriptedMailServer.SILENCE);
        for (int turn = 0; turn < 9; turn++) {
            assertThat(outcome(SHORT)).isEqualTo(Outcome.NOT_NOW);
        }

        server.answers("GREETING", "220 here");
        assertThat(outcome(LONG)).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void a_failure_after_acceptance_changes_nothing() {
        server.answers("QUIT", ScriptedMailServer.HANGS_UP);
        assertThat(outcome(LONG)).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void a_connection_is_kept_for_the_next_mail() {
        EmailChannel channel = channel(plain(), LONG);
        for (int mail = 0; mail < 5; mail++) {
            assertThat(send(channel)).isEqualTo(Outcome.DELIVERED);
        }
        channel.stop();

        assertThat(server.lines()).isEqualTo(1);
        assertThat(server.received()).filteredOn("NOOP"::equals).hasSize(4);
    }

    @Test
    void a_kept_connection_that_broke_is_replaced_at_once() {
        EmailChannel channel = channel(plain(), LONG);
        assertThat(send(channel)).isEqualTo(Outcome.DELIVERED);

        server.hangUp();
        assertThat(send(channel)).isEqualTo(Outcome.DELIVERED);
        channel.stop();

        assertThat(server.lines()).isEqualTo(2);
    }

    @Test
    void a_kept_connection_that_breaks_before_the_message_is_replaced_and_after_it_the_outcome_is_unknown() {
        EmailChannel channel = channel(plain(), LONG);
        assertThat(send(channel)).isEqualTo(Outcome.DELIVERED);
        server.answers("RCPT", ScriptedMailServer.HANGS_UP);
        assertThat(send(channel)).as("twice before the message").isEqualTo(Outcome.NOT_NOW);
        assertThat(server.lines()).isEqualTo(2);

        server.answers("RCPT", "250 go on");
        assertThat(send(channel)).isEqualTo(Outcome.DELIVERED);
        server.answers(".", ScriptedMailServer.HANGS_UP);
        assertThat(send(channel)).as("after the message").isEqualTo(Outcome.UNKNOWN);
        channel.stop();

        assertThat(server.lines()).as("not sent again").isEqualTo(3);
    }

    @Test
    void a_refused_mail_takes_its_connection_with_it() {
        EmailChannel channel = channel(plain(), LONG);
        server.answers("RCPT", "550 5.1.1 no such user");
        assertThat(send(channel)).isEqualTo(Outcome.REJECTED);

        server.answers("RCPT", "250 go on");
        assertThat(send(channel)).isEqualTo(Outcome.DELIVERED);
        channel.stop();

        assertThat(server.lines()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "jan@example.org, 'News\r\nBcc: all@example.org'",
        "'jan@example.org\r\nBcc: all@example.org', News",
        "'jan@example.org,all@example.org', News"
    })
    void unsafe_header_values_are_never_sent(String to, String title) {
        EmailChannel channel = channel(plain(), LONG);

        assertThat(channel.send(new Message("m-1.email", to, title, "Soon.", "<p>Soon.</p>"))
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(server.received()).noneMatch(said -> said.startsWith("MAIL"));
        channel.stop();
    }

    @Test
    void all_alphabets_and_line_lengths_arrive() {
        String line = "Ваш заказ готов. ".repeat(200);
        EmailChannel channel = channel(plain(), LONG);

        channel.send(new Message("m-1.email", "jan@example.org", "Заказ готов", line, "<p>" + line + "</p>"));
        channel.stop();

        assertThat(server.received())
                .allMatch(said -> said.length() <= 998 && said.chars().allMatch(c -> c < 128));
        assertThat(server.received())
                .anyMatch(said -> said.startsWith("Subject: =?UTF-8?"))
                .contains("Content-Transfer-Encoding: quoted-printable");
    }

    private MailServer plain() {
        return new MailServer("127.0.0.1", server.port(), Security.NONE, null, null, "example.org");
    }

    private Outcome outcome(Duration timeout) {
        return outcome(plain(), timeout);
    }

    private static Outcome outcome(MailServer server, Duration timeout) {
        EmailChannel channel = channel(server, timeout);
        try {
            return send(channel);
        } finally {
            channel.stop();
        }
    }

    private static Outcome send(EmailChannel channel) {
        return channel.send(new Message("m-1.email", "jan@example.org", "News", "Soon, Jan.", "<p>Soon, Jan.</p>"))
                .outcome();
    }

    private static EmailChannel channel(MailServer server, Duration timeout) {
        return new EmailChannel(
                server,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                timeout,
                "Order Journey Shop",
                "shop@example.org",
                InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")));
    }
}
