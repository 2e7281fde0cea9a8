package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.notices.ChannelPolicy;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.TripPolicy;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has a person call the customer, because a message does not arrive, or not in time. */
@ApplicationScoped
class RequestCall {

    /** How long a person has for a call that replaces a message. */
    private static final Duration TIME_TO_CALL = Duration.ofMinutes(30);

    private final DeskTaskHandler desks;
    private final Promises promises;
    private final CurrentTerms terms;

    RequestCall(DeskTaskHandler desks, Promises promises, CurrentTerms terms) {
        this.desks = desks;
        this.promises = promises;
        this.terms = terms;
    }

    /** Requests one call for a message, however often it fails. */
    void request(Notice notice, Instant now) {
        DateChange change = notice.newDates().stream().findFirst().orElse(null);
        Desk desk = deskFor(notice);
        desks.openCall(
                notice.journeyId(),
                desk,
                change == null ? null : change.promiseId(),
                change == null ? 0 : change.revision(),
                notice.id(),
                "Call the customer and tell them message " + notice.number(),
                doBefore(notice, terms.get().calendar(desk), now));
    }

    private Instant doBefore(Notice notice, BusinessCalendar hours, Instant now) {
        Instant inHours = hours.plus(now, TIME_TO_CALL);
        return notice.isTripGuard()
                ? TripPolicy.callBefore(now, inHours, TripPolicy.comesAt(promises.of(notice.journeyId()), now), hours)
                : inHours;
    }

    /** The message was delivered in writing after all. What is called anyway is called all the same. */
    void closeAfterDelivery(Notice notice, @Nullable CustomerContact contact) {
        if (contact == null || !ChannelPolicy.alsoCall(notice, contact)) {
            desks.closeCalls(notice.journeyId(), notice.id()::equals, "obsolete: the message was delivered");
        }
    }

    /** The desk that can answer questions about it: the counter before a trip, the desk of what changed, or customer care. */
    Desk deskFor(Notice notice) {
        if (notice.isTripGuard()) {
            return Desk.PICKUP_POINT;
        }
        return notice.newDates().stream()
                .findFirst()
                .map(change -> terms.get().kind(change.kind()).desk())
                .orElse(Desk.CUSTOMER_CARE);
    }
}
