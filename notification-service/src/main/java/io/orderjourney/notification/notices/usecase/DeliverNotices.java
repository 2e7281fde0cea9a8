package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.messages.MessageChannel.Message;
import io.orderjourney.notification.messages.MessageContent;
import io.orderjourney.notification.messages.MessageRenderer;
import io.orderjourney.notification.messages.MessageRenderer.RenderedMessage;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.notification.notices.StaffText;
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

/** Sends claimed messages through their channels. A channel is never called inside a transaction. */
@ApplicationScoped
public class DeliverNotices {

    private static final Logger LOG = Logger.getLogger(DeliverNotices.class);

    /** Longer than any channel may take. Real time, because it limits the work of a process. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Notices notices;
    private final Deliveries deliveries;
    private final Contacts contacts;
    private final Journeys journeys;
    private final NoticeValidator validator;
    private final CustomerQuietHours quietHours;
    private final Invitations invitations;
    private final ComposeMessage composer;
    private final MessageRenderer renderer;
    private final RecordDelivery record;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final List<MessageChannel> channels;

    DeliverNotices(
            Notices notices,
            Deliveries deliveries,
            Contacts contacts,
            Journeys journeys,
            NoticeValidator validator,
            CustomerQuietHours quietHours,
            Invitations invitations,
            ComposeMessage composer,
            MessageRenderer renderer,
            RecordDelivery record,
            CurrentTerms terms,
            BusinessClock clock,
            @All List<MessageChannel> channels) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.journeys = journeys;
        this.validator = validator;
        this.quietHours = quietHours;
        this.invitations = invitations;
        this.composer = composer;
        this.renderer = renderer;
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

    /** One attempt on one channel, from looking for proof of an earlier one to recording its outcome. */
    void deliver(Delivery attempt) {
        Prepared prepared = prepared(attempt);
        if (prepared instanceof Prepared.Ready ready) {
            // The mail, and what is recorded of it, belong to the trace of what led to them.
            TraceContexts.run(
                    ready.notice().traceparent(),
                    () -> record.result(attempt, ready.notice(), ready.renderedAt(), send(attempt, ready.message())));
        } else if (prepared instanceof Prepared.Unsent unsent) {
            record.unsent(attempt, unsent);
        } else if (prepared instanceof Prepared.Unreachable unreachable) {
            record.unreachable(attempt, unreachable);
        } else {
            LOG.infof("Another sender has taken over message %s", attempt.noticeId());
        }
    }

    private MessageChannel.Result send(Delivery attempt, Message message) {
        MessageChannel channel = channel(attempt.channel());
        boolean arrivedBefore = attempt.state() == DeliveryState.UNKNOWN
                && channel.proof(message.reference()) == MessageChannel.Proof.ACCEPTED;
        return arrivedBefore
                ? new MessageChannel.Result(MessageChannel.Outcome.DELIVERED, "proof of an earlier attempt")
                : channel.send(message);
    }

    private Prepared prepared(Delivery attempt) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> prepare(attempt));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Message %s could not be prepared; retrying later", attempt.noticeId());
            return Prepared.Unsent.later(
                    attempt, clock.instant().plus(RecordDelivery.BACKOFF_MAX), "it could not be prepared");
        }
    }

    private Prepared prepare(Delivery attempt) {
        if (!deliveries.renew(attempt, LEASE)) {
            return new Prepared.TakenOver();
        }
        Notice notice = validator.stillValid(notices.find(attempt.noticeId()).orElseThrow());
        if (notice.parts().isEmpty()) {
            return Prepared.Unsent.never("what it would say is no longer valid");
        }
        Optional<CustomerContact> contact =
                Optional.ofNullable(notice.customerId()).flatMap(contacts::find);
        if (contact.isEmpty()) {
            return Prepared.Unsent.never("the customer was erased");
        }
        String to = address(attempt.channel(), contact.get());
        if (to == null) {
            return new Prepared.Unreachable(notice, "the customer has no address on this channel any more");
        }
        String freeText = notice.freeText();
        if (attempt.channel() == Channel.SMS
                && freeText != null
                && freeText.length() > StaffText.smsLengthMax(freeText)) {
            return new Prepared.Unreachable(notice, "it does not fit into a text message");
        }
        Instant now = clock.instant();
        Instant allowedAt = SendTimePolicy.allowedAt(
                now, notice, attempt.channel() == Channel.EMAIL, terms.get(), quietHours.zoneOf(notice.journeyId()));
        if (validator.mustWaitForNews(notice)) {
            return Prepared.Unsent.later(attempt, now.plus(NoticeValidator.UNTIL_NEWS), "news of a service is missing");
        }
        if (invitations.mustWait(notice)) {
            return Prepared.Unsent.later(attempt, now.plus(Invitations.HELD_FOR), "the customer wishes to cancel");
        }
        if (allowedAt.isAfter(now)) {
            return Prepared.Unsent.later(attempt, allowedAt, "it is in the customer's quiet hours");
        }
        return ready(attempt, notice, contact.get(), to, now);
    }

    private Prepared ready(Delivery attempt, Notice notice, CustomerContact contact, String to, Instant now) {
        MessageContent content =
                composer.compose(notice, journeys.find(notice.journeyId()).orElseThrow(), contact.language());
        boolean sms = attempt.channel() == Channel.SMS;
        RenderedMessage kept = renderer.render(content.withoutAnswerLink());
        deliveries.keepText(attempt, kept.title(), sms ? kept.sms() : kept.text());
        RenderedMessage sent = renderer.render(content);
        Message message = new Message(
                notice.id() + "." + attempt.channel().name().toLowerCase(Locale.ROOT),
                to,
                sent.title(),
                sms ? sent.sms() : sent.text(),
                sms ? "" : sent.html());
        // What the text has no room for, the customer was not told.
        return new Prepared.Ready(sms ? notice.withDates(sent.smsDates()) : notice, message, now);
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
