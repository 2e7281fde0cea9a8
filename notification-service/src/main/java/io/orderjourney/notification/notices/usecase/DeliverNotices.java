package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.messages.MessageWriter;
import io.orderjourney.notification.messages.WrittenMessage;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.time.BusinessClock;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands claimed messages to their channels. The channel is never asked inside a transaction. */
@ApplicationScoped
public class DeliverNotices {

    /** Longer than any channel may take to answer. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int BATCH = 32;

    private final Notices notices;
    private final Contacts contacts;
    private final WatchedJourneys journeys;
    private final ComposeLetter composer;
    private final MessageWriter writer;
    private final RecordDelivery record;
    private final BusinessClock clock;
    private final List<MessageChannel> channels;

    DeliverNotices(
            Notices notices,
            Contacts contacts,
            WatchedJourneys journeys,
            ComposeLetter composer,
            MessageWriter writer,
            RecordDelivery record,
            BusinessClock clock,
            @All List<MessageChannel> channels) {
        this.notices = notices;
        this.contacts = contacts;
        this.journeys = journeys;
        this.composer = composer;
        this.writer = writer;
        this.record = record;
        this.clock = clock;
        this.channels = channels;
    }

    /** Claims deliveries; each must be given to {@link #deliver} before the lease ends. */
    public List<Delivery> claim() {
        return QuarkusTransaction.requiringNew().call(() -> notices.claim(clock.instant(), LEASE, BATCH));
    }

    /** One attempt on one channel, from looking for proof of an earlier one to recording what came of it. */
    public void deliver(Delivery attempt) {
        MessageChannel channel = channel(attempt.channel());
        Ready ready = QuarkusTransaction.requiringNew().call(() -> prepare(attempt));
        if (ready.voidBecause() != null) {
            record.suppressed(attempt, ready.voidBecause());
            return;
        }
        if (attempt.state() == DeliveryState.UNKNOWN
                && channel.proof(ready.message().reference()) == MessageChannel.Proof.TAKEN) {
            record.result(
                    attempt,
                    ready.notice(),
                    new MessageChannel.Result(MessageChannel.Outcome.HANDED_OVER, "proof of an earlier attempt"));
            return;
        }
        record.result(attempt, ready.notice(), channel.send(ready.message()));
    }

    private record Ready(
            Notice notice, Message message, @Nullable String voidBecause) {}

    private Ready prepare(Delivery attempt) {
        Notice notice = notices.find(attempt.noticeId()).orElseThrow();
        Optional<CustomerContact> contact =
                Optional.ofNullable(notice.customerId()).flatMap(contacts::find);
        Message nothing = new Message("", "", "", "", "");
        if (contact.isEmpty()) {
            return new Ready(notice, nothing, "the customer was erased");
        }
        Integer readiness = notice.readiness();
        if (notice.tells(NoticeSubject.READY_FOR_PICKUP)
                && (readiness == null || !notices.isReady(notice.journeyId(), readiness))) {
            return new Ready(notice, nothing, "the order is not ready any more");
        }
        String to = address(attempt.channel(), contact.get());
        if (to == null) {
            return new Ready(notice, nothing, "the customer has no address on this channel any more");
        }
        var letter = composer.compose(
                notice,
                journeys.find(notice.journeyId()).orElseThrow(),
                contact.get().language());
        boolean sms = attempt.channel() == Channel.SMS;
        WrittenMessage kept = writer.write(letter, null);
        notices.words(attempt, kept.title(), sms ? kept.sms() : kept.text());
        WrittenMessage sent = writer.write(letter, contact.get().name());
        return new Ready(
                notice,
                new Message(
                        notice.id() + "." + attempt.channel().name().toLowerCase(Locale.ROOT),
                        to,
                        sent.title(),
                        sms ? sent.sms() : sent.text(),
                        sms ? "" : sent.html()),
                null);
    }

    private static @Nullable String address(Channel channel, CustomerContact contact) {
        return switch (channel) {
            case EMAIL -> contact.email();
            case SMS -> contact.phone();
            case CALL -> null;
        };
    }

    private MessageChannel channel(Channel wanted) {
        return channels.stream()
                .filter(candidate -> candidate.channel() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No channel for " + wanted));
    }
}
