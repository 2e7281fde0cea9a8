package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.notices.ChannelPolicy;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides, when a message is due, whether it is still valid and on which channels it leaves. */
@ApplicationScoped
public class DispatchNotices {

    private static final int BATCH = 100;

    /** A message that cannot be handled must not block the others. */
    private static final Duration POSTPONED_BY = Duration.ofMinutes(5);

    private final Notices notices;
    private final Deliveries deliveries;
    private final Contacts contacts;
    private final NoticeValidator validator;
    private final RequestCall calls;
    private final DeskTaskHandler desks;
    private final CustomerQuietHours quietHours;
    private final Invitations invitations;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    DispatchNotices(
            Notices notices,
            Deliveries deliveries,
            Contacts contacts,
            NoticeValidator validator,
            RequestCall calls,
            DeskTaskHandler desks,
            CustomerQuietHours quietHours,
            Invitations invitations,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.validator = validator;
        this.calls = calls;
        this.desks = desks;
        this.quietHours = quietHours;
        this.invitations = invitations;
        this.terms = terms;
        this.clock = clock;
    }

    /** Messages that are due; each is to be given to {@link #dispatch}. */
    @Transactional
    public List<UUID> due() {
        return notices.due(clock.instant(), BATCH);
    }

    /** Lets one message leave, or drops it. */
    @Transactional
    public void dispatch(UUID id) {
        notices.takePlanned(id).ifPresent(this::dispatch);
    }

    /** Leaves a message alone for a while. */
    @Transactional
    public void postpone(UUID id) {
        notices.takePlanned(id)
                .ifPresent(notice -> notices.sendAfter(notice, clock.instant().plus(POSTPONED_BY)));
    }

    private boolean isObsolete(UUID noticeId) {
        return notices.find(noticeId)
                .map(validator::stillValid)
                .map(notice -> notice.parts().isEmpty())
                .orElse(false);
    }

    private void dispatch(Notice planned) {
        Notice notice = validator.stillValid(planned);
        if (notice.parts().isEmpty()) {
            notices.dropped(notice, "what it would say is no longer valid");
            return;
        }
        Optional<CustomerContact> contact = contacts.find(Objects.requireNonNull(notice.customerId()));
        if (contact.isEmpty()) {
            // Erased since it was found due: the erasure drops the message.
            return;
        }
        Instant now = clock.instant();
        Instant allowedAt = SendTimePolicy.allowedAt(
                now, notice, contact.get().email() != null, terms.get(), quietHours.zoneOf(notice.journeyId()));
        if (allowedAt.isAfter(now)) {
            // It was delayed into the quiet hours, or the customer's zone became known later.
            notices.sendAfter(notice, allowedAt);
            return;
        }
        if (validator.mustWaitForNews(notice)) {
            notices.sendAfter(notice, now.plus(NoticeValidator.UNTIL_NEWS));
            return;
        }
        if (invitations.mustWait(notice)) {
            invitations.holdBack(notice, now);
            return;
        }
        Set<Channel> channels = ChannelPolicy.first(notice, contact.get(), now);
        notices.left(notice);
        channels.forEach(channel -> deliveries.plan(notice.id(), channel, now));
        // A call must not contradict this message.
        desks.closeCalls(notice.journeyId(), this::isObsolete, "obsolete: what it says is no longer valid");
        if (channels.isEmpty() || ChannelPolicy.alsoCall(notice, contact.get())) {
            calls.request(notice, now);
        }
    }
}
