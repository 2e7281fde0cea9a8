package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.RiskReason;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The owner's policy for a slip whose cause is known: when a supplier's ETA, a bank's estimate or an earlier step makes a
 * date impossible, nobody needs to think it over. The promise is rescheduled to the date that the forecast says will hold, at
 * once, so that the customer hears early. Agreed windows are left to their owner, who knows which times are free.
 */
@ApplicationScoped
public class AutoReschedule {

    private static final String ACTOR = "policy";

    private final Promises promises;
    private final PromiseBook book;
    private final TermsOfJourney terms;
    private final BusinessClock clock;
    private final String owner;

    AutoReschedule(
            Promises promises,
            PromiseBook book,
            TermsOfJourney terms,
            BusinessClock clock,
            @ConfigProperty(name = "journey.service") String owner) {
        this.promises = promises;
        this.book = book;
        this.terms = terms;
        this.clock = clock;
        this.owner = owner;
    }

    public void atRisk(PromiseAtRisk warning) {
        boolean causeIsKnown = warning.cause() == RiskCause.ESTIMATE || warning.cause() == RiskCause.EARLIER_STEP;
        if (warning.level() != EscalationLevel.FORESEEN || !causeIsKnown) {
            return;
        }
        Optional<Promise> mine = promises.findForChange(warning.promiseId())
                .filter(promise -> promise.owner().equals(owner)
                        && promise.isOpen()
                        && promise.revision() == warning.revision()
                        && promise.precision() != Precision.WINDOW);
        mine.ifPresent(promise -> {
            GrantedDate date =
                    PromiseDates.at(clock.instant(), terms.of(promise)).foreseen(promise, warning.proposedDueAt());
            book.reschedule(promise.id(), date, RiskReason.of(warning.cause(), promise), null, DecidedBy.POLICY, ACTOR);
        });
    }
}
