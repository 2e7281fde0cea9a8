package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.desktasks.DeskTasks;
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

/** Decides, when a message's time has come, whether it is still true and which ways it takes. */
@ApplicationScoped
public class DispatchNotices {

    private static final int BATCH = 100;

    /** A message that cannot be handled must not stand before the others. */
    private static final Duration PUT_OFF = Duration.ofMinutes(5);

    private final Notices notices;
    private final Deliveries deliveries;
    private final Contacts contacts;
    private final TrueNotices trueNotices;
    private final CallCustomer calls;
    private final DeskTasks desks;
    private final CustomerNight night;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    DispatchNotices(
            Notices notices,
            Deliveries deliveries,
            Contacts contacts,
            TrueNotices trueNotices,
            CallCustomer calls,
            DeskTasks desks,
            CustomerNight night,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.trueNotices = trueNotices;
        this.calls = calls;
        this.desks = desks;
        this.night = night;
        this.terms = terms;
        this.clock = clock;
    }

    /** Messages whose time has come; each is to be handed to {@link #dispatch}. */
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
    public void putOff(UUID id) {
        notices.takePlanned(id)
                .ifPresent(notice -> notices.sendAfter(notice, clock.instant().plus(PUT_OFF)));
    }

    private boolean isNotTrueAnyMore(UUID noticeId) {
        return notices.find(noticeId)
                .map(trueNotices::whatIsTrue)
                .map(notice -> notice.parts().isEmpty())
                .orElse(false);
    }

    private void dispatch(Notice planned) {
        Notice notice = trueNotices.whatIsTrue(planned);
        if (notice.parts().isEmpty()) {
            notices.dropped(notice, "what it would say is not true any more");
            return;
        }
        Optional<CustomerContact> contact = contacts.find(Objects.requireNonNull(notice.customerId()));
        if (contact.isEmpty()) {
            // Erased since it was found due; whoever erased him drops his messages.
            return;
        }
        Instant now = clock.instant();
        Instant allowedAt = SendTimePolicy.notInTheNight(now, notice, terms.get(), night.zoneOf(notice.journeyId()));
        if (allowedAt.isAfter(now)) {
            // It was planned for the evening and something held it up, or the customer's zone became known later.
            notices.sendAfter(notice, allowedAt);
            return;
        }
        Set<Channel> channels = ChannelPolicy.first(notice, contact.get(), now);
        notices.left(notice);
        channels.forEach(channel -> deliveries.plan(notice.id(), channel, now));
        // Nobody is to be told on the phone what this message says otherwise.
        desks.closeCalls(notice.journeyId(), this::isNotTrueAnyMore, "needless: what it says is not true any more");
        if (channels.isEmpty() || ChannelPolicy.alsoCall(notice)) {
            calls.ask(notice, now);
        }
    }
}
