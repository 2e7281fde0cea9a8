package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.notification.answers.usecase.AnswerLinks;
import io.orderjourney.notification.messages.Letter;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.watch.Journey;
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

/** Fills a message with what is true at the moment of sending: what is told, and every other open promise. */
@ApplicationScoped
class ComposeLetter {

    /** News that itself keeps a promise: below it, the promise would read as if nothing had happened yet. */
    private static final Map<NoticeSubject, PromiseKind> KEPT_BY_TELLING = Map.of(
            NoticeSubject.READY_FOR_PICKUP, PromiseKind.PICKUP_READY,
            NoticeSubject.CREDIT_APPROVED, PromiseKind.CREDIT_DECISION,
            NoticeSubject.CREDIT_REFUSED, PromiseKind.CREDIT_DECISION);

    /** News that is about a promise: it stands first, and a text message has room for no other. */
    private static final Map<NoticeSubject, PromiseKind> ABOUT = Map.of(
            NoticeSubject.APPOINTMENT_BOOKED, PromiseKind.SIGNING_APPOINTMENT,
            NoticeSubject.NEXT_UPDATE, PromiseKind.NEXT_UPDATE);

    private final Promises promises;
    private final CurrentTerms terms;
    private final AnswerLinks answerLinks;
    private final CallCustomer calls;
    private final NextWords words;

    ComposeLetter(Promises promises, CurrentTerms terms, AnswerLinks answerLinks, CallCustomer calls, NextWords words) {
        this.promises = promises;
        this.terms = terms;
        this.answerLinks = answerLinks;
        this.calls = calls;
        this.words = words;
    }

    Letter compose(Notice notice, Journey journey, String language) {
        ShopTerms shop = terms.get();
        DeskPolicy desk = shop.desk(calls.deskFor(notice));
        List<Letter.NewDate> newDates = notice.newDates().stream()
                .map(change -> newDate(change, shop, language))
                .toList();
        return new Letter(
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

    private static Letter.NewDate newDate(DateChange change, ShopTerms shop, String language) {
        String told = Wording.told(
                change.kind(), change.precision(), change.windowStartAt(), change.dueAt(), shop.zone(), language);
        return new Letter.NewDate(before(change, shop, language), told, change.turn());
    }

    private static String before(DateChange change, ShopTerms shop, String language) {
        Instant windowStartAt = change.precision() == Precision.WINDOW ? change.believedAnchorAt() : null;
        return Wording.when(change.precision(), windowStartAt, change.believedDueAt(), shop.zone(), language);
    }

    private List<String> promised(Notice notice, ShopTerms shop, String language) {
        Set<PromiseKind> toldAbove = kinds(KEPT_BY_TELLING, notice);
        notice.newDates().forEach(change -> toldAbove.add(change.kind()));
        Set<PromiseKind> about = kinds(ABOUT, notice);
        List<Promise> open = promises.of(notice.journeyId()).stream()
                .filter(promise -> promise.isOpen() && !toldAbove.contains(promise.kind()))
                .toList();
        return open.stream()
                .filter(promise -> !words.isGivenByNaming(promise, open))
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
