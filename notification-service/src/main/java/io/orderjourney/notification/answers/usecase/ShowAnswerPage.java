package io.orderjourney.notification.answers.usecase;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.notification.answers.AnswerPage;
import io.orderjourney.notification.answers.CustomerReplies;
import io.orderjourney.notification.answers.CustomerReply;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page behind an answer link shows. Viewing changes nothing: mail scanners and previews do it too. */
@ApplicationScoped
public class ShowAnswerPage {

    private final Notices notices;
    private final Promises promises;
    private final Journeys journeys;
    private final Contacts contacts;
    private final CustomerReplies replies;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ShowAnswerPage(
            Notices notices,
            Promises promises,
            Journeys journeys,
            Contacts contacts,
            CustomerReplies replies,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.promises = promises;
        this.journeys = journeys;
        this.contacts = contacts;
        this.replies = replies;
        this.terms = terms;
        this.clock = clock;
    }

    /** Empty if there is no such message. */
    @Transactional
    public Optional<AnswerPage> of(UUID noticeId) {
        return notices.find(noticeId)
                .flatMap(notice -> journeys.find(notice.journeyId()).map(journey -> page(notice, journey)));
    }

    private AnswerPage page(Notice notice, Journey journey) {
        ShopTerms shop = terms.get();
        String language = contacts.find(journey.customerId())
                .map(CustomerContact::language)
                .orElse(journey.language());
        CustomerReply reply = replies.find(notice.id()).orElse(null);
        DeskPolicy desk = shop.desk(shop.kind(firstKind(notice, shop)).desk());
        return new AnswerPage(
                language,
                journey.orderNumber(),
                notice.number(),
                dates(notice, shop, language),
                reply == null ? null : reply.answer(),
                requested(reply, shop, language),
                clock.instant()
                        .atZone(shop.zone())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                desk.phone(),
                desk.hours(),
                null);
    }

    private static PromiseKind firstKind(Notice notice, ShopTerms shop) {
        return notice.newDates().stream()
                .map(DateChange::kind)
                .filter(shop::knows)
                .findFirst()
                .orElse(PromiseKind.NEXT_UPDATE);
    }

    private List<AnswerPage.ChangedDate> dates(Notice notice, ShopTerms shop, String language) {
        return notice.newDates().stream()
                .flatMap(change -> openPromise(change)
                        .map(promise -> new AnswerPage.ChangedDate(
                                Wording.date(
                                        change.precision(),
                                        change.precision() == Precision.WINDOW ? change.believedAnchorAt() : null,
                                        change.believedDueAt(),
                                        shop.zone(),
                                        language),
                                Wording.told(promise, shop.zone(), language),
                                promise.windowStartAt() != null)))
                .toList();
    }

    private Stream<Promise> openPromise(DateChange change) {
        return promises.find(change.promiseId()).filter(Promise::isOpen).stream();
    }

    private static @Nullable String requested(@Nullable CustomerReply reply, ShopTerms shop, String language) {
        Instant at = reply == null ? null : reply.requestedAt();
        return at == null ? null : Wording.moment(at, shop.zone(), language);
    }
}
