package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.Spans;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final NoticeValidator validator;
    private final ComposeMessage composer;
    private final MessageRenderer renderer;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final List<MessageChannel> channels;

    DeliverNotices(
            Notices notices,
            Deliveries deliveries,
            NoticeValidator validator,
            ComposeMessage composer,
            MessageRenderer renderer,
            CurrentTerms terms,
            BusinessClock clock,
            @All List<MessageChannel> channels) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.validator = validator;
        this.composer = composer;
        this.renderer = renderer;
        this.terms = terms;
        this.clock = clock;
        this.channels = channels;
    }

    /** The channels there are. */
    List<Channel> channels() {
        return channels.stream().map(MessageChannel::channel).toList();
    }

    /**
     * Claims deliveries and prepares them, in as many statements for a hundred of them as for one; each must be given to
     * {@link #deliver} or {@link #giveBack} before the lease ends.
     */
    List<Attempt> claim(Channel channel, int atMost) {
        List<Delivery> claimed =
                QuarkusTransaction.requiringNew().call(() -> deliveries.claim(channel, clock.instant(), LEASE, atMost));
        if (claimed.isEmpty()) {
            return List.of();
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> prepared(claimed));
        } catch (RuntimeException batch) {
            LOG.warnf("Preparing %d messages failed; preparing each alone: %s", claimed.size(), batch);
            return claimed.stream().map(this::preparedAlone).toList();
        }
    }

    private Attempt preparedAlone(Delivery claimed) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> prepared(List.of(claimed)))
                    .get(0);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Message %s could not be prepared; retrying later", claimed.noticeId());
            Instant later = clock.instant().plus(RecordDelivery.BACKOFF_MAX);
            return Attempt.prepared(claimed, Prepared.Unsent.later(claimed, later, "it could not be prepared"));
        }
    }

    /** It is not begun: another round claims it. */
    void giveBack(Attempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> deliveries.giveBack(attempt.delivery()));
    }

    /** One attempt on one channel, with its outcome. */
    Attempt deliver(Attempt attempt) {
        if (!(attempt.prepared() instanceof Prepared.Ready ready)) {
            return attempt;
        }
        // The mail belongs to the trace of what led to it.
        AtomicReference<Attempt> ended = new AtomicReference<>(attempt);
        String what = "send " + attempt.delivery().channel();
        Spans.run(Spans.Kind.CLIENT, what, ready.notice().traceparent(), () -> {
            MessageChannel.Result result = send(attempt.delivery(), ready.message());
            ended.set(attempt.answered(result, clock.instant()));
        });
        return Objects.requireNonNull(ended.get());
    }

    private MessageChannel.Result send(Delivery attempt, Message message) {
        MessageChannel channel = channel(attempt.channel());
        boolean arrivedBefore = attempt.state() == DeliveryState.UNKNOWN
                && channel.proof(message.reference()) == MessageChannel.Proof.ACCEPTED;
        return arrivedBefore
                ? new MessageChannel.Result(MessageChannel.Outcome.DELIVERED, "proof of an earlier attempt")
                : channel.send(message);
    }

    private List<Attempt> prepared(List<Delivery> claimed) {
        Map<UUID, Notice> planned = notices
                .find(claimed.stream().map(Delivery::noticeId).toList())
                .stream()
                .collect(Collectors.toMap(Notice::id, Function.identity()));
        NoticeFacts facts = validator.facts(planned.values());
        List<Attempt> attempts = new ArrayList<>();
        List<Deliveries.Text> texts = new ArrayList<>();
        for (Delivery delivery : claimed) {
            attempts.add(Attempt.prepared(
                    delivery,
                    prepare(delivery, Objects.requireNonNull(planned.get(delivery.noticeId())), facts, texts)));
        }
        deliveries.keepTexts(texts);
        return attempts;
    }

    private Prepared prepare(Delivery attempt, Notice planned, NoticeFacts facts, List<Deliveries.Text> texts) {
        Notice notice = facts.stillValid(planned);
        if (notice.parts().isEmpty()) {
            return Prepared.Unsent.never("what it would say is no longer valid");
        }
        Optional<CustomerContact> contact = facts.contactOf(notice);
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
                now, notice, attempt.channel() == Channel.EMAIL, terms.get(), facts.zoneOf(notice));
        if (facts.mustWaitForNews(notice)) {
            return Prepared.Unsent.later(attempt, now.plus(NoticeValidator.UNTIL_NEWS), "news of a service is missing");
        }
        if (facts.mustWaitForCancellation(notice)) {
            return Prepared.Unsent.later(attempt, now.plus(Invitations.HELD_FOR), "the customer wishes to cancel");
        }
        if (allowedAt.isAfter(now)) {
            return Prepared.Unsent.later(attempt, allowedAt, "it is in the customer's quiet hours");
        }
        return ready(attempt, new Composed(notice, facts, contact.get(), to), now, texts);
    }

    private record Composed(Notice notice, NoticeFacts facts, CustomerContact contact, String to) {}

    private Prepared ready(Delivery attempt, Composed of, Instant now, List<Deliveries.Text> texts) {
        Notice notice = of.notice();
        MessageContent content =
                composer.compose(notice, of.facts(), of.contact().language());
        boolean sms = attempt.channel() == Channel.SMS;
        RenderedMessage kept = renderer.render(content.withoutAnswerLink());
        texts.add(new Deliveries.Text(attempt, kept.title(), sms ? kept.sms() : kept.text()));
        RenderedMessage sent = renderer.render(content);
        Message message = new Message(
                notice.id() + "." + attempt.channel().name().toLowerCase(Locale.ROOT),
                of.to(),
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
