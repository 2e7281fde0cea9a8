package io.orderjourney.notification.recovery.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.usecase.NoticePlanner;
import io.orderjourney.notification.recovery.DiscountCode;
import io.orderjourney.notification.recovery.Failure;
import io.orderjourney.notification.recovery.Recovery;
import io.orderjourney.notification.recovery.Recovery.Recoveries;
import io.orderjourney.notification.recovery.RecoveryPolicy;
import io.orderjourney.notification.recovery.RecoveryRule;
import io.orderjourney.notification.recovery.RecoveryTexts;
import io.orderjourney.notification.recovery.Remedy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins what the apology ladder says after a promise was not kept, and adds to it when the same journey fails again. */
@ApplicationScoped
public class RecoverHandler {

    /** In working time of the desk. */
    private static final Duration CALL_WITHIN = Duration.ofHours(4);

    private final Recoveries recoveries;
    private final Promises promises;
    private final PromisedDates dates;
    private final Journeys journeys;
    private final Contacts contacts;
    private final DeskTaskHandler desks;
    private final NoticePlanner notices;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    RecoverHandler(
            Recoveries recoveries,
            Promises promises,
            PromisedDates dates,
            Journeys journeys,
            Contacts contacts,
            DeskTaskHandler desks,
            NoticePlanner notices,
            CurrentTerms terms,
            BusinessClock clock) {
        this.recoveries = recoveries;
        this.promises = promises;
        this.dates = dates;
        this.journeys = journeys;
        this.contacts = contacts;
        this.desks = desks;
        this.notices = notices;
        this.terms = terms;
        this.clock = clock;
    }

    /** What failed, with everything that is needed to make up for it. */
    private record Case(Journey journey, Promise promise, Failure failure, RecoveryRule rule, Instant now) {}

    /** A promise was kept or missed: if that was a failure, something is done about it. The same again changes nothing. */
    @Transactional
    public void ended(UUID journeyId, UUID promiseId) {
        RecoveryPolicy policy = recoveries.policy();
        if (!policy.active()) {
            return;
        }
        // The promises of a journey are its lock.
        Promise promise = promises.ofForChange(List.of(journeyId)).stream()
                .filter(one -> one.id().equals(promiseId))
                .findFirst()
                .orElse(null);
        Journey journey = journeys.find(journeyId).orElse(null);
        if (promise == null || journey == null || promise.kind().equals(PromiseKind.NEXT_UPDATE)) {
            return;
        }
        Instant now = clock.instant();
        List<PromisedDate> history = dates.of(List.of(promiseId)).getOrDefault(promiseId, List.of());
        LedgerStatus status = LedgerStatus.of(promise, history, now);
        Instant keptAt = promise.keptAt();
        Duration late = Duration.between(promise.firstPromisedAt(), keptAt == null ? now : keptAt);
        boolean unannounced = status == LedgerStatus.MISSED_UNANNOUNCED;
        boolean fails = unannounced
                || status == LedgerStatus.RESCHEDULED_LATE
                || status == LedgerStatus.RESCHEDULED_WITH_NOTICE;
        if (!fails || late.isNegative() || !recoveries.failed(promise.customerId(), promiseId, now)) {
            return;
        }
        int repeats = recoveries.failures(promise.customerId(), now.minus(Duration.ofDays(policy.repeatWithinDays())));
        Money total = journey.total();
        ReasonCode cause = new DateHistory(promise, history).reason();
        Failure failure = new Failure(late, unannounced, repeats, total == null ? 0 : total.amountMinor(), cause);
        policy.ruleFor(failure).ifPresent(rule -> recover(new Case(journey, promise, failure, rule, now), policy));
    }

    private void recover(Case broken, RecoveryPolicy policy) {
        UUID journeyId = broken.journey().id();
        Optional<Recovery> before = recoveries.findForChange(journeyId);
        List<Remedy> missing = broken.rule()
                .missing(remedy -> before.map(begun -> begun.has(remedy)).orElse(false));
        if (missing.isEmpty()) {
            return;
        }
        boolean costs = missing.stream().anyMatch(Remedy::isCostly);
        long cost = broken.rule().costOf(missing);
        LocalDate month = broken.now().atZone(terms.get().zone()).toLocalDate().withDayOfMonth(1);
        boolean paid = !costs || recoveries.spend(month, cost, policy.budgetMinor());
        recoveries.begin(
                journeyId, broken.promise().customerId(), broken.failure().late(), paid ? cost : 0, broken.now());
        DiscountCode code = paid && missing.contains(Remedy.CODE) ? newCode(broken, policy) : null;
        UUID mail = missing.contains(Remedy.MAIL) || code != null ? apologise(broken, code) : null;
        for (Remedy remedy : missing) {
            recoveries.add(journeyId, paid || !remedy.isCostly() ? begin(remedy, broken, mail) : leftOut(remedy));
        }
        if (!paid) {
            open(
                    broken,
                    Desk.MANAGEMENT,
                    "The budget for gifts and codes of this month is used up: decide what the"
                            + " shop does for this customer beside the apology");
        }
    }

    private static Recovery.Part leftOut(Remedy remedy) {
        return new Recovery.Part(remedy, null, "the budget of the month is used up");
    }

    private Recovery.Part begin(Remedy remedy, Case broken, @Nullable UUID mail) {
        return switch (remedy) {
            case CALL ->
                new Recovery.Part(
                        remedy,
                        open(
                                broken,
                                Desk.CUSTOMER_CARE,
                                "Call the customer and apologise: " + told(broken) + ". Do not name a culprit"),
                        null);
            case GIFT -> gift(broken);
            case MAIL, CODE -> new Recovery.Part(remedy, mail, null);
        };
    }

    /** It must reach the goods before the customer does. */
    private Recovery.Part gift(Case broken) {
        Journey journey = broken.journey();
        if (!journey.isOpen() || journey.isInquiry()) {
            return new Recovery.Part(Remedy.GIFT, null, "the goods are with the customer");
        }
        Desk packs = journey.byCourier() ? Desk.WAREHOUSE : Desk.PICKUP_POINT;
        return new Recovery.Part(
                Remedy.GIFT,
                open(broken, packs, "Add the small gift to the goods of order " + journey.orderNumber()),
                null);
    }

    private static String told(Case broken) {
        long hours = broken.failure().late().toHours();
        return broken.promise().kind() + " of order " + broken.journey().orderNumber() + " is "
                + (hours == 0 ? broken.failure().late().toMinutes() + " minutes" : hours + " hours") + " late";
    }

    private @Nullable UUID open(Case broken, Desk desk, String text) {
        ShopTerms shop = terms.get();
        Instant doBeforeAt = shop.calendar(desk).plus(broken.now(), CALL_WITHIN);
        return desks.open(broken.journey().id(), desk, DeskTaskKind.ESCALATION, null, 0, text, doBeforeAt)
                .orElse(null);
    }

    private UUID apologise(Case broken, @Nullable DiscountCode code) {
        String language = contacts.find(broken.promise().customerId())
                .map(CustomerContact::language)
                .orElse(broken.journey().language());
        RecoveryTexts texts = RecoveryTexts.in(language);
        String text =
                code == null ? texts.plain() : texts.withCode(code, terms.get().zone());
        return notices.apologise(broken.journey().id(), text).id();
    }

    private DiscountCode newCode(Case broken, RecoveryPolicy policy) {
        DiscountCode code = DiscountCode.random(
                random, broken.rule().discountPercent(), broken.now().plus(Duration.ofDays(policy.codeValidDays())));
        recoveries.addCode(code, broken.journey().id());
        return code;
    }
}
