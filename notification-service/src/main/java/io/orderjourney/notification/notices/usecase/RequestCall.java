package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.notification.desktasks.NewTask;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.notices.ChannelPolicy;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.TripPolicy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Has a person call the customer, because a message does not arrive, or not in time. */
@ApplicationScoped
class RequestCall {

    /** How long a person has for a call that replaces a message. */
    private static final Duration TIME_TO_CALL = Duration.ofMinutes(30);

    private final DeskTaskHandler desks;
    private final CurrentTerms terms;

    RequestCall(DeskTaskHandler desks, CurrentTerms terms) {
        this.desks = desks;
        this.terms = terms;
    }

    /** Requests one call for each of these messages, however often it fails. */
    void request(Collection<Notice> messages, NoticeFacts facts, Instant now) {
        desks.open(
                messages.stream().map(notice -> callAbout(notice, facts, now)).toList());
    }

    private NewTask callAbout(Notice notice, NoticeFacts facts, Instant now) {
        DateChange change = notice.newDates().stream().findFirst().orElse(null);
        Desk desk = deskFor(notice);
        return new NewTask(
                notice.journeyId(),
                desk,
                DeskTaskKind.CALL_CUSTOMER,
                change == null ? null : change.promiseId(),
                change == null ? 0 : change.revision(),
                notice.id(),
                "Call the customer and tell them message " + notice.number(),
                doBefore(notice, facts, terms.get().calendar(desk), now));
    }

    private static Instant doBefore(Notice notice, NoticeFacts facts, BusinessCalendar hours, Instant now) {
        Instant inHours = hours.plus(now, TIME_TO_CALL);
        return notice.isTripGuard()
                ? TripPolicy.callBefore(now, inHours, TripPolicy.comesAt(facts.promisesOf(notice), now), hours)
                : inHours;
    }

    /** The messages were delivered in writing after all. What is called anyway is called all the same. */
    void closeAfterDelivery(Collection<Notice> messages, NoticeFacts facts) {
        List<Notice> written = messages.stream()
                .filter(notice -> facts.contactOf(notice)
                        .filter(contact -> ChannelPolicy.alsoCall(notice, contact))
                        .isEmpty())
                .toList();
        Set<UUID> ids = written.stream().map(Notice::id).collect(Collectors.toSet());
        desks.closeCalls(
                written.stream().map(Notice::journeyId).collect(Collectors.toSet()),
                ids::contains,
                "obsolete: the message was delivered");
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
