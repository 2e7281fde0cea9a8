package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.notification.answers.AnswerToken;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills a message with what is true at the moment of sending: every open promise as it stands now. */
@ApplicationScoped
class ComposeLetter {

    private final Promises promises;
    private final CurrentTerms terms;
    private final String publicUrl;
    private final String answersSecret;

    ComposeLetter(
            Promises promises,
            CurrentTerms terms,
            @ConfigProperty(name = "journey.public-url") String publicUrl,
            @ConfigProperty(name = "journey.answers.secret") String answersSecret) {
        this.promises = promises;
        this.terms = terms;
        this.publicUrl = publicUrl;
        this.answersSecret = answersSecret;
    }

    Letter compose(Notice notice, Journey journey, String language) {
        ShopTerms shop = terms.get();
        DeskPolicy desk = shop.desk(deskFor(notice));
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
                promised(notice),
                notice.freeText(),
                desk.phone(),
                desk.hours(),
                newDates.isEmpty() ? null : answerLink(notice));
    }

    /** Who answers questions: the desk of what changed, otherwise customer care. */
    static Desk deskFor(Notice notice, ShopTerms shop) {
        return notice.newDates().stream()
                .findFirst()
                .map(change -> shop.kind(change.kind()).desk())
                .orElse(Desk.CUSTOMER_CARE);
    }

    private Desk deskFor(Notice notice) {
        return deskFor(notice, terms.get());
    }

    private Letter.NewDate newDate(DateChange change, ShopTerms shop, String language) {
        String told = promises.find(change.promiseId())
                .map(Promise::told)
                .orElseGet(() -> Wording.when(
                        change.precision(), change.windowStartAt(), change.dueAt(), shop.zone(), language));
        Instant before = change.precision() == Precision.WINDOW ? change.believedAnchorAt() : change.believedDueAt();
        return new Letter.NewDate(
                Wording.when(Precision.BY_TIME, null, before, shop.zone(), language), told, change.isDelay());
    }

    private List<String> promised(Notice notice) {
        Set<PromiseKind> toldAbove =
                notice.newDates().stream().map(DateChange::kind).collect(Collectors.toSet());
        return promises.of(notice.journeyId()).stream()
                .filter(promise -> promise.isOpen() && !toldAbove.contains(promise.kind()))
                .sorted(Comparator.comparing(Promise::anchorAt))
                .map(Promise::told)
                .toList();
    }

    private String answerLink(Notice notice) {
        return publicUrl + "/api/v1/answers/" + AnswerToken.of(notice.id(), answersSecret);
    }
}
