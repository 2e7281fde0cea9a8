package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.messages.Letter;
import io.orderjourney.notification.messages.MessageWriter;
import io.orderjourney.notification.messages.WrittenMessage;
import io.orderjourney.notification.notices.Deliveries;
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
    private final Deliveries deliveries;
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
            Deliveries deliveries,
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
        this.deliveries = deliveries;
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
        return QuarkusTransaction.requiringNew().call(() -> deliveries.claim(channel, clock.instant(), LEASE, atMost));
    }

    /** One attempt on one channel, from looking for proof of an earlier one to recording what came of it. */
    void deliver(Delivery attempt) {
        Prepared prepared = prepared(attempt);
        if (prepared instanceof Prepared.Ready ready) {
            record.result(attempt, ready.notice(), ready.writtenAt(), ask(attempt, ready.message()));
        } else if (prepared instanceof Prepared.Unsent unsent) {
            record.unsent(attempt, unsent);
        } else if (prepared instanceof Prepared.NoWay noWay) {
            record.noWay(attempt, noWay);
        } else {
            LOG.infof("Message %s is another sender's by now", attempt.noticeId());
        }
    }

    private MessageChannel.Result ask(Delivery attempt, Message message) {
        MessageChannel channel = channel(attempt.channel());
        boolean arrivedBefore = attempt.state() == DeliveryState.UNKNOWN
                && channel.proof(message.reference()) == MessageChannel.Proof.TAKEN;
        return arrivedBefore
                ? new MessageChannel.Result(MessageChannel.Outcome.HANDED_OVER, "proof of an earlier attempt")
                : channel.send(message);
    }

    private Prepared prepared(Delivery attempt) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> prepare(attempt));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Message %s could not be written", attempt.noticeId());
            return Prepared.Unsent.later(
                    attempt, clock.instant().plus(RecordDelivery.BACKOFF_MAX), "it could not be written");
        }
    }

    private Prepared prepare(Delivery attempt) {
        if (!deliveries.renew(attempt, LEASE)) {
            return new Prepared.TakenOver();
        }
        Notice notice = trueNotices.whatIsTrue(notices.find(attempt.noticeId()).orElseThrow());
        if (notice.parts().isEmpty()) {
            return Prepared.Unsent.never("what it would say is not true any more");
        }
        Optional<CustomerContact> contact =
                Optional.ofNullable(notice.customerId()).flatMap(contacts::find);
        if (contact.isEmpty()) {
            return Prepared.Unsent.never("the customer was erased");
        }
        String to = address(attempt.channel(), contact.get());
        if (to == null) {
            return new Prepared.NoWay(notice, "the customer has no address on this channel any more");
        }
        Instant now = clock.instant();
        Instant allowedAt = SendTimePolicy.notInTheNight(now, notice, terms.get(), night.zoneOf(notice.journeyId()));
        if (allowedAt.isAfter(now)) {
            return Prepared.Unsent.later(attempt, allowedAt, "it is night where the customer is");
        }
        return new Prepared.Ready(notice, write(attempt, notice, contact.get(), to), now);
    }

    private Message write(Delivery attempt, Notice notice, CustomerContact contact, String to) {
        Letter letter =
                composer.compose(notice, journeys.find(notice.journeyId()).orElseThrow(), contact.language());
        boolean sms = attempt.channel() == Channel.SMS;
        WrittenMessage kept = writer.write(letter.forTheShop(), null);
        deliveries.words(attempt, kept.title(), sms ? kept.sms() : kept.text());
        WrittenMessage sent = writer.write(letter, contact.name());
        return new Message(
                notice.id() + "." + attempt.channel().name().toLowerCase(Locale.ROOT),
                to,
                sent.title(),
                sms ? sent.sms() : sent.text(),
                sms ? "" : sent.html());
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
