package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.messages.MessageContent;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills a message with what is valid at the moment of sending: its news, and every other open promise. */
@ApplicationScoped
class ComposeMessage {

    /** News that itself keeps a promise, which is then not listed as open. */
    private static final Map<NoticeSubject, PromiseKind> KEPT_BY_NEWS = Map.of(
            NoticeSubject.READY_FOR_PICKUP, PromiseKind.PICKUP_READY,
            NoticeSubject.CREDIT_APPROVED, PromiseKind.CREDIT_DECISION,
            NoticeSubject.CREDIT_REFUSED, PromiseKind.CREDIT_DECISION);

    /** News about a promise, which is then listed first: a text message has room for no other. */
    private static final Map<NoticeSubject, PromiseKind> ABOUT = Map.of(
            NoticeSubject.APPOINTMENT_BOOKED, PromiseKind.SIGNING_APPOINTMENT,
            NoticeSubject.READY_FOR_PICKUP, PromiseKind.PICKUP_SLOT,
            NoticeSubject.NEXT_UPDATE, PromiseKind.NEXT_UPDATE);

    private final Promises promises;
    private final CurrentTerms terms;
    private final AnswerLinks answerLinks;
    private final RequestCall calls;
    private final NextUpdates nextUpdates;

    ComposeMessage(
            Promises promises,
            CurrentTerms terms,
            AnswerLinks answerLinks,
            RequestCall calls,
            NextUpdates nextUpdates) {
        this.promises = promises;
        this.terms = terms;
        this.answerLinks = answerLinks;
        this.calls = calls;
        this.nextUpdates = nextUpdates;
    }

    MessageContent compose(Notice notice, Journey journey, String language) {
        ShopTerms shop = terms.get();
        DeskPolicy desk = shop.desk(calls.deskFor(notice));
        List<MessageContent.NewDate> newDates = notice.newDates().stream()
                .map(change -> newDate(change, shop, language))
                .toList();
        return new MessageContent(
                language,
                journey.orderNumber(),
                notice.number(),
                journey.pickupPoint(),
                notice.subjects(),
                newDates,
                promised(notice, shop, language),
                notice.freeText(),
                desk.phone(),
                desk.hours(),
                newDates.isEmpty() ? null : answerLinks.of(notice.id()));
    }

    private static MessageContent.NewDate newDate(DateChange change, ShopTerms shop, String language) {
        String told = Wording.told(
                change.kind(), change.precision(), change.windowStartAt(), change.dueAt(), shop.zone(), language);
        return new MessageContent.NewDate(
                before(change, shop, language), told, change.shift(), change.windowStartAt() != null);
    }

    private static String before(DateChange change, ShopTerms shop, String language) {
        Instant windowStartAt = change.precision() == Precision.WINDOW ? change.believedAnchorAt() : null;
        return Wording.date(change.precision(), windowStartAt, change.believedDueAt(), shop.zone(), language);
    }

    private List<String> promised(Notice notice, ShopTerms shop, String language) {
        Set<PromiseKind> announced = kinds(KEPT_BY_NEWS, notice);
        notice.newDates().forEach(change -> announced.add(change.kind()));
        Set<PromiseKind> about = kinds(ABOUT, notice);
        List<Promise> open = promises.of(notice.journeyId()).stream()
                .filter(promise -> promise.isOpen() && !announced.contains(promise.kind()))
                .toList();
        return open.stream()
                .filter(promise -> !nextUpdates.isKeptByNaming(promise, open))
                .sorted(Comparator.comparing((Promise promise) -> !about.contains(promise.kind()))
                        .thenComparing(Promise::anchorAt))
                .map(promise -> Wording.told(promise, shop.zone(), language))
                .distinct()
                .toList();
    }

    private static Set<PromiseKind> kinds(Map<NoticeSubject, PromiseKind> bySubject, Notice notice) {
        Set<PromiseKind> kinds = new HashSet<>();
        bySubject.forEach((subject, kind) -> {
            if (notice.tells(subject)) {
                kinds.add(kind);
            }
        });
        return kinds;
    }
}
