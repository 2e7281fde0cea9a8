package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.messages.Letter;
import io.orderjourney.notification.messages.MessageWriter;
import io.orderjourney.notification.messages.WrittenMessage;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hands claimed messages to their channels. The channel is never asked inside a transaction. */
@ApplicationScoped
public class DeliverNotices {

    private static final Logger LOG = Logger.getLogger(DeliverNotices.class);

    /** Longer than any channel may take to answer. Real time: it is about a process at work, not about the shop. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Notices notices;
    private final Contacts contacts;
    private final WatchedJourneys journeys;
    private final TrueNotices trueNotices;
    private final CustomerNight night;
    private final ComposeLetter composer;
    private final MessageWriter writer;
    private final RecordDelivery record;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final List<MessageChannel> channels;

    DeliverNotices(
            Notices notices,
            Contacts contacts,
            WatchedJourneys journeys,
            TrueNotices trueNotices,
            CustomerNight night,
            ComposeLetter composer,
            MessageWriter writer,
            RecordDelivery record,
            CurrentTerms terms,
            BusinessClock clock,
            @All List<MessageChannel> channels) {
        this.notices = notices;
        this.contacts = contacts;
        this.journeys = journeys;
        this.trueNotices = trueNotices;
        this.night = night;
        this.composer = composer;
        this.writer = writer;
        this.record = record;
        this.terms = terms;
        this.clock = clock;
        this.channels = channels;
    }

    /** The channels there are. */
    List<Channel> channels() {
        return channels.stream().map(MessageChannel::channel).toList();
    }

    /** Claims deliveries; each must be given to {@link #deliver} before the lease ends. */
    List<Delivery> claim(Channel channel, int atMost) {
        return QuarkusTransaction.requiringNew().call(() -> notices.claim(channel, clock.instant(), LEASE, atMost));
    }

    /** One attempt on one channel, from looking for proof of an earlier one to recording what came of it. */
    void deliver(Delivery attempt) {
        Prepared prepared = prepared(attempt);
        Message message = prepared.message();
        if (message == null) {
            record.unsent(attempt, prepared);
            return;
        }
        MessageChannel channel = channel(attempt.channel());
        boolean arrivedBefore = attempt.state() == DeliveryState.UNKNOWN
                && channel.proof(message.reference()) == MessageChannel.Proof.TAKEN;
        MessageChannel.Result result = arrivedBefore
                ? new MessageChannel.Result(MessageChannel.Outcome.HANDED_OVER, "proof of an earlier attempt")
                : channel.send(message);
        record.result(attempt, prepared.notice(), result);
    }

    /**
     * A message ready to be sent, or why it is not.
     *
     * @param notice what of it is true
     * @param message absent if it must not be sent now
     * @param state what becomes of the delivery if it is not sent
     * @param tryAfter when to look again, if it may be sent later
     */
    record Prepared(
            Notice notice,
            @Nullable Message message,
            DeliveryState state,
            @Nullable Instant tryAfter,
            String detail) {

        static Prepared never(Notice notice, String why) {
            return new Prepared(notice, null, DeliveryState.SUPPRESSED, null, why);
        }

        /** What may have arrived before is still unknown while it waits. */
        static Prepared later(Notice notice, Delivery attempt, Instant tryAfter, String why) {
            return new Prepared(notice, null, attempt.state(), tryAfter, why);
        }
    }

    private Prepared prepared(Delivery attempt) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> prepare(attempt));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Message %s could not be written", attempt.noticeId());
            return QuarkusTransaction.requiringNew()
                    .call(() -> Prepared.later(
                            notices.find(attempt.noticeId()).orElseThrow(),
                            attempt,
                            clock.instant().plus(RecordDelivery.BACKOFF_MAX),
                            "it could not be written"));
        }
    }

    private Prepared prepare(Delivery attempt) {
        Notice notice = trueNotices.whatIsTrue(notices.find(attempt.noticeId()).orElseThrow());
        if (!notices.renew(attempt, LEASE)) {
            return Prepared.never(notice, "another sender took over");
        }
        if (notice.parts().isEmpty()) {
            return Prepared.never(notice, "what it would say is not true any more");
        }
        Optional<CustomerContact> contact =
                Optional.ofNullable(notice.customerId()).flatMap(contacts::find);
        if (contact.isEmpty()) {
            return Prepared.never(notice, "the customer was erased");
        }
        String to = address(attempt.channel(), contact.get());
        if (to == null) {
            return Prepared.never(notice, "the customer has no address on this channel any more");
        }
        Instant now = clock.instant();
        Instant allowedAt = SendTimePolicy.notInTheNight(now, notice, terms.get(), night.zoneOf(notice.journeyId()));
        if (allowedAt.isAfter(now)) {
            return Prepared.later(notice, attempt, allowedAt, "it is night where the customer is");
        }
        return write(attempt, notice, contact.get(), to);
    }

    private Prepared write(Delivery attempt, Notice notice, CustomerContact contact, String to) {
        Letter letter =
                composer.compose(notice, journeys.find(notice.journeyId()).orElseThrow(), contact.language());
        boolean sms = attempt.channel() == Channel.SMS;
        WrittenMessage kept = writer.write(letter.forTheShop(), null);
        notices.words(attempt, kept.title(), sms ? kept.sms() : kept.text());
        WrittenMessage sent = writer.write(letter, contact.name());
        Message message = new Message(
                notice.id() + "." + attempt.channel().name().toLowerCase(Locale.ROOT),
                to,
                sent.title(),
                sms ? sent.sms() : sent.text(),
                sms ? "" : sent.html());
        return new Prepared(notice, message, DeliveryState.ATTEMPT_STARTED, null, "");
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
