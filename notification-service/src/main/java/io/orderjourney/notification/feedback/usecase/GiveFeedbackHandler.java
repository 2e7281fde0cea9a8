package io.orderjourney.notification.feedback.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.notification.feedback.FeedbackCause;
import io.orderjourney.notification.feedback.FeedbackPolicy;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.recovery.DiscountCode;
import io.orderjourney.notification.recovery.Recovery.Recoveries;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a customer's answers once, thanks with a code if the policy has one, and has somebody call who was let down. */
@ApplicationScoped
public class GiveFeedbackHandler {

    /** In working time of the desk. */
    private static final Duration CALL_WITHIN = Duration.ofHours(8);

    private final Feedback.Answers answers;
    private final Recoveries codes;
    private final Notices notices;
    private final Journeys journeys;
    private final Contacts contacts;
    private final DeskTaskHandler desks;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    GiveFeedbackHandler(
            Feedback.Answers answers,
            Recoveries codes,
            Notices notices,
            Journeys journeys,
            Contacts contacts,
            DeskTaskHandler desks,
            CurrentTerms terms,
            BusinessClock clock) {
        this.answers = answers;
        this.codes = codes;
        this.notices = notices;
        this.journeys = journeys;
        this.contacts = contacts;
        this.desks = desks;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What stands behind a link.
     *
     * @param language in which its customer reads
     * @param given what they answered; absent until they do
     */
    public record Asked(
            String orderNumber, String language, @Nullable Feedback given) {}

    /** What stands behind the link in the message with this number; empty if it is about no order that ended. */
    @Transactional
    public Optional<Asked> of(long number) {
        return journey(number).map(this::asked);
    }

    private Asked asked(Journey journey) {
        return new Asked(
                journey.orderNumber(),
                contacts.find(journey.customerId())
                        .map(CustomerContact::language)
                        .orElse(journey.language()),
                answers.find(journey.id()).orElse(null));
    }

    /** The customer answers; a second answer changes nothing. */
    @Transactional
    public Optional<Asked> give(long number, int rating, FeedbackCause cause, @Nullable String words) {
        return journey(number).map(journey -> {
            Instant now = clock.instant();
            FeedbackPolicy policy = answers.policy();
            DiscountCode code = policy.discountPercent() == 0
                    ? null
                    : DiscountCode.random(
                            random, policy.discountPercent(), now.plus(Duration.ofDays(policy.codeValidDays())));
            Feedback given = new Feedback(
                    journey.id(), journey.customerId(), rating, cause, words, code == null ? null : code.code(), now);
            if (answers.add(given, now.atZone(terms.get().zone()).toLocalDate())) {
                if (code != null) {
                    codes.addCode(code, journey.id());
                }
                if (given.isBad()) {
                    haveSomebodyCall(journey, given, now);
                }
            }
            return asked(journey);
        });
    }

    private void haveSomebodyCall(Journey journey, Feedback given, Instant now) {
        Desk desk = Desk.CUSTOMER_CARE;
        desks.open(
                journey.id(),
                desk,
                DeskTaskKind.ESCALATION,
                null,
                0,
                "Call the customer: they rated order " + journey.orderNumber() + " " + given.rating() + " of "
                        + Feedback.BEST + " (" + given.cause() + "). Ask what the shop can do, and apologise",
                terms.get().calendar(desk).plus(now, CALL_WITHIN));
    }

    /** The customer does not want to be asked again. */
    @Transactional
    public Optional<Asked> optOut(long number) {
        return journey(number).map(journey -> {
            answers.optOut(journey.customerId());
            return asked(journey);
        });
    }

    private Optional<Journey> journey(long number) {
        return notices.numbered(number)
                .flatMap(notice -> journeys.find(notice.journeyId()))
                .filter(journey -> !journey.isInquiry() && !journey.isOpen());
    }

    /** Joins the transaction of the erasure. */
    void onCustomerErased(@Observes ErasureOfCustomer erased) {
        answers.erase(erased.customerId());
    }
}
