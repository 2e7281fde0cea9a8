package io.orderjourney.notification.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel.Outcome;
import io.orderjourney.notification.channels.email.MailServer.Security;
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
    void the_server_goes_home() {
        server.close();
    }

    @Test
    void what_the_server_took_is_handed_over() {
        assertThat(outcome(LONG)).isEqualTo(Outcome.HANDED_OVER);

        assertThat(server.heard())
                .contains(
                        "MAIL FROM:<shop@example.org> SMTPUTF8",
                        "RCPT TO:<jan@example.org>",
                        "EHLO example.org",
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
    void a_refusal_is_for_good_only_if_it_is_about_this_message(String command, String reply, Outcome outcome) {
        server.answers(command, reply);

        assertThat(outcome(LONG)).isEqualTo(outcome);
    }

    @Test
    void a_server_that_cannot_be_reached_has_taken_nothing() {
        server.close();

        assertThat(outcome(LONG)).isEqualTo(Outcome.NOT_NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void a_server_that_breaks_off_before_it_has_the_message_has_taken_nothing(String command) {
        server.answers(command, ScriptedMailServer.HANGS_UP);
        assertThat(outcome(LONG)).isEqualTo(Outcome.NOT_NOW);

        server.answers(command, ScriptedMailServer.SILENCE);
        assertThat(outcome(SHORT)).isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void once_it_has_the_message_and_breaks_off_nobody_can_tell() {
        server.answers(".", ScriptedMailServer.HANGS_UP);
        assertThat(outcome(LONG)).isEqualTo(Outcome.UNKNOWN);

        server.answers(".", ScriptedMailServer.SILENCE);
        assertThat(outcome(LONG_ENOUGH_TO_SAY_ALL)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_server_that_was_silent_however_often_is_used_again_at_once() {
        server.answers("GREETING", ScriptedMailServer.SILENCE);
        for (int turn = 0; turn < 9; turn++) {
            assertThat(outcome(SHORT)).isEqualTo(Outcome.NOT_NOW);
        }

        server.answers("GREETING", "220 here");
        assertThat(outcome(LONG)).isEqualTo(Outcome.HANDED_OVER);
    }

    @Test
    void what_the_server_says_after_it_took_the_mail_changes_nothing() {
        server.answers("QUIT", ScriptedMailServer.HANGS_UP);
        assertThat(outcome(LONG)).isEqualTo(Outcome.HANDED_OVER);
    }

    @ParameterizedTest
    @CsvSource({
        "jan@example.org, 'News\r\nBcc: all@example.org'",
        "'jan@example.org\r\nBcc: all@example.org', News",
        "'jan@example.org,all@example.org', News"
    })
    void what_cannot_stand_in_a_header_is_never_sent(String to, String title) {
        EmailChannel channel = channel(plain(), LONG);

        assertThat(channel.send(new Message("m-1.email", to, title, "Soon.", "<p>Soon.</p>"))
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(server.heard()).noneMatch(said -> said.startsWith("MAIL"));
        channel.stop();
    }

    @Test
    void letters_of_all_languages_and_lines_of_any_length_arrive() {
        String line = "Ваш заказ готов. ".repeat(200);
        EmailChannel channel = channel(plain(), LONG);

        channel.send(new Message("m-1.email", "jan@example.org", "Заказ готов", line, "<p>" + line + "</p>"));
        channel.stop();

        assertThat(server.heard())
                .allMatch(said -> said.length() <= 998 && said.chars().allMatch(c -> c < 128));
        assertThat(server.heard())
                .anyMatch(said -> said.startsWith("Subject: =?UTF-8?"))
                .contains("Content-Transfer-Encoding: quoted-printable");
    }

    private MailServer plain() {
        return new MailServer("127.0.0.1", server.port(), Security.NONE, null, null, "example.org");
    }

    private Outcome outcome(Duration patience) {
        return outcome(plain(), patience);
    }

    private static Outcome outcome(MailServer server, Duration patience) {
        EmailChannel channel = channel(server, patience);
        try {
            return channel.send(new Message("m-1.email", "jan@example.org", "News", "Soon, Jan.", "<p>Soon, Jan.</p>"))
                    .outcome();
        } finally {
            channel.stop();
        }
    }

    private static EmailChannel channel(MailServer server, Duration patience) {
        return new EmailChannel(
                server,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                patience,
                "shop@example.org",
                InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")));
    }
}
