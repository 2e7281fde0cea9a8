package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.messages.MessageChannel.Message;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the mail server did to one message must not be felt by the next one. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class MailServerTest {

    /** More than there are senders. */
    private static final int BAD_TURNS = 9;

    @Inject
    Instance<MessageChannel> channels;

    @ParameterizedTest
    @EnumSource(
            value = SmtpGate.Mode.class,
            names = {"BUSY", "REFUSE", "CUT_AFTER_DATA"})
    void a_message_after_many_failures_is_sent_at_once(SmtpGate.Mode trouble) {
        SmtpGate gate = Objects.requireNonNull(MailAndSms.gate);
        gate.mode(trouble);
        try {
            for (int turn = 0; turn < BAD_TURNS; turn++) {
                MessageChannel.Result result = email().send(message());
                assertThat(result.outcome()).isNotEqualTo(MessageChannel.Outcome.DELIVERED);
            }
        } finally {
            gate.mode(SmtpGate.Mode.PASS);
        }

        assertThat(email().send(message()).outcome()).isEqualTo(MessageChannel.Outcome.DELIVERED);
    }

    private MessageChannel email() {
        return channels.stream()
                .filter(channel -> channel.channel() == Channel.EMAIL)
                .findFirst()
                .orElseThrow();
    }

    private static Message message() {
        return new Message(
                UUID.randomUUID().toString(), "jan@example.org", "News about your order", "Soon.", "<p>Soon.</p>");
    }
}
