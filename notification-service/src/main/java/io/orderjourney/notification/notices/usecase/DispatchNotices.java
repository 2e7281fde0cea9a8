package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.notices.ChannelPolicy;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
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

/** Decides, when a message's time has come, whether it is still true and which ways it takes. */
@ApplicationScoped
public class DispatchNotices {

    private static final int BATCH = 100;

    /** How long a person has for a call that replaces a message. */
    private static final Duration TIME_TO_CALL = Duration.ofMinutes(30);

    private final Notices notices;
    private final Contacts contacts;
    private final Promises promises;
    private final DeskTasks desks;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    DispatchNotices(
            Notices notices,
            Contacts contacts,
            Promises promises,
            DeskTasks desks,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.promises = promises;
        this.desks = desks;
        this.terms = terms;
        this.clock = clock;
    }

    /** @return how many messages left or were dropped */
    @Transactional
    public int dispatch() {
        Instant now = clock.instant();
        List<Notice> due = notices.due(now, BATCH);
        int handled = 0;
        for (Notice notice : due) {
            handled += dispatch(notice, now) ? 1 : 0;
        }
        return handled;
    }

    private boolean dispatch(Notice notice, Instant now) {
        if (isVoid(notice)) {
            notices.dropped(notice, "what it would say is not true any more");
            return true;
        }
        Optional<CustomerContact> contact = contacts.find(Objects.requireNonNull(notice.customerId()));
        if (contact.isEmpty()) {
            // The contact travels on a topic of its own and may be a moment behind the order.
            return false;
        }
        Set<Channel> channels = ChannelPolicy.first(notice, contact.get(), now);
        notices.left(notice, channels, now);
        if (channels.isEmpty() || ChannelPolicy.alsoCall(notice)) {
            askForCall(notice, now);
        }
        return true;
    }

    /** A person calls the customer, because a message does not reach him, or not in time. */
    void askForCall(Notice notice, Instant now) {
        DateChange change = notice.newDates().stream().findFirst().orElse(null);
        Desk desk = notice.tells(NoticeSubject.READINESS_WITHDRAWN)
                ? Desk.PICKUP_POINT
                : ComposeLetter.deskFor(notice, terms.get());
        desks.open(
                notice.journeyId(),
                desk,
                DeskTaskKind.CALL_CUSTOMER,
                change == null ? null : change.promiseId(),
                change == null ? 0 : change.revision(),
                "Call the customer and tell him message " + notice.number(),
                terms.get().calendar(desk).plus(now, TIME_TO_CALL));
    }

    /** Nothing left to say: "ready" that was withdrawn, a delay of something that was kept after all. */
    private boolean isVoid(Notice notice) {
        Integer readiness = notice.readiness();
        if (notice.tells(NoticeSubject.READY_FOR_PICKUP)
                && (readiness == null || !notices.isReady(notice.journeyId(), readiness))) {
            notices.remove(notice, NoticeSubject.READY_FOR_PICKUP);
            return notice.parts().size() == 1;
        }
        return notice.subjects().isEmpty() && notice.newDates().stream().allMatch(this::isOver);
    }

    private boolean isOver(DateChange change) {
        return promises.find(change.promiseId())
                .map(Promise::isOpen)
                .map(open -> !open)
                .orElse(true);
    }
}
