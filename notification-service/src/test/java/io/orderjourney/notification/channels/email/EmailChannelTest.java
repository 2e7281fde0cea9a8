package io.orderjourney.notification.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.notification.channels.MessageChannel.Outcome;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailChannelTest {

    @ParameterizedTest
    @CsvSource({
        "recipient address not accepted, 550, REJECTED",
        "sending data failed, 554, REJECTED",
        "recipient address not accepted, 451, NOT_NOW",
        "recipient address not accepted, 499, NOT_NOW",
        "recipient address not accepted, 500, REJECTED",
        "DATA command not accepted, 421, NOT_NOW",
        // these are about us and would refuse every customer's mail
        "sender address not accepted, 553, NOT_NOW",
        "AUTH PLAIN failed, 535, NOT_NOW"
    })
    void a_refusal_is_for_good_only_if_it_is_about_this_message(String message, int code, Outcome outcome) {
        SMTPException refused = new SMTPException(message, code, List.of(code + " no"), code >= 500);

        assertThat(EmailChannel.resultOf(new CompletionException(refused)).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void a_server_that_cannot_be_reached_has_taken_nothing() {
        assertThat(EmailChannel.resultOf(new ConnectException("Connection refused: localhost/127.0.0.1:587"))
                        .outcome())
                .isEqualTo(Outcome.NOT_NOW);
        assertThat(EmailChannel.resultOf(new CompletionException(new UnknownHostException("Failed after 5 queries")))
                        .outcome())
                .isEqualTo(Outcome.NOT_NOW);
        assertThat(EmailChannel.resultOf(new CompletionException(new SSLHandshakeException("expired")))
                        .outcome())
                .isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void once_the_dialogue_breaks_off_nobody_can_tell() {
        assertThat(EmailChannel.resultOf(new CompletionException(new IOException("Connection was closed")))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(EmailChannel.resultOf(new CompletionException(new TimeoutException()))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        // A port, a number of bytes, a line of a log: numbers in a text are no replies.
        assertThat(EmailChannel.resultOf(new IllegalStateException("closed after 550 bytes"))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }
}
