package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.notices.ChannelPolicy;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** A person calls the customer, because a message does not reach him, or not in time. */
@ApplicationScoped
class CallCustomer {

    /** How long a person has for a call that replaces a message. */
    private static final Duration TIME_TO_CALL = Duration.ofMinutes(30);

    private final DeskTasks desks;
    private final CurrentTerms terms;

    CallCustomer(DeskTasks desks, CurrentTerms terms) {
        this.desks = desks;
        this.terms = terms;
    }

    /** Asks once, however often it is found that a message does not get through. */
    void ask(Notice notice, Instant now) {
        DateChange change = notice.newDates().stream().findFirst().orElse(null);
        Desk desk = deskFor(notice);
        desks.openCall(
                notice.journeyId(),
                desk,
                change == null ? null : change.promiseId(),
                change == null ? 0 : change.revision(),
                notice.id(),
                "Call the customer and tell him message " + notice.number(),
                terms.get().calendar(desk).plus(now, TIME_TO_CALL));
    }

    /** The customer has the message in writing after all. Who may be on his way is called all the same. */
    void needlessAfter(Notice notice) {
        if (!ChannelPolicy.alsoCall(notice)) {
            desks.closeCalls(notice.journeyId(), notice.id()::equals, "needless: the message got through");
        }
    }

    /** Who can answer questions about it: the counter before a trip, the desk of what changed, otherwise customer care. */
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
