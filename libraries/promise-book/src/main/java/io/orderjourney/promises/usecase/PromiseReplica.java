package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.promises.PromiseConfirmed;
import io.orderjourney.contracts.promises.PromiseEstimated;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromisePaused;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import io.orderjourney.promises.Commitment;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what others say about promises. What a service said itself comes back to it and changes nothing.
 *
 * <p>Two may reschedule one promise at the same moment: its owner, and the watch at the last escalation level. Everybody
 * decides between them in the same way, so everybody ends with the same date: the higher revision counts; at the same
 * revision the customer's own word, and after it the watch, because the customer has heard it from there.
 */
@ApplicationScoped
public class PromiseReplica {

    private final Promises promises;

    PromiseReplica(Promises promises) {
        this.promises = promises;
    }

    public void made(UUID journeyId, String source, PromiseMade made) {
        Commitment commitment = new Commitment(
                journeyId,
                made.customerId(),
                made.kind(),
                made.desk(),
                made.partner(),
                source.startsWith("/") ? source.substring(1) : source,
                made.madeBy(),
                made.language(),
                made.waitsFor(),
                made.madeAt(),
                made.firstPromisedAt());
        PromisedDate first = PromisedDate.first(
                made.precision(), made.windowStartAt(), made.firstPromisedAt(), made.told(), made.madeBy());
        promises.add(Promise.made(made.promiseId(), commitment, first));
    }

    public void rescheduled(PromiseRescheduled reschedule) {
        promises.findForChange(reschedule.promiseId())
                .filter(known -> supersedes(reschedule, known))
                .ifPresent(known -> promises.change(known.with(new PromisedDate(
                        precision(known, reschedule),
                        reschedule.windowStartAt(),
                        reschedule.dueAt(),
                        reschedule.told(),
                        reschedule.revision(),
                        reschedule.reason(),
                        reschedule.decidedBy(),
                        reschedule.bySystem(),
                        deskReschedules(known, reschedule)))));
    }

    /** A time that was agreed is a window around it; a date of days stays one. */
    private static Precision precision(Promise known, PromiseRescheduled reschedule) {
        if (reschedule.windowStartAt() != null) {
            return Precision.WINDOW;
        }
        return known.precision() == Precision.WINDOW ? Precision.BY_TIME : known.precision();
    }

    /** A reschedule by the system counts like one by the desk, whose place it took. */
    private static int deskReschedules(Promise known, PromiseRescheduled reschedule) {
        boolean sameRevision = reschedule.revision() == known.revision();
        if (!reschedule.bySystem()) {
            // What the system decided beside the customer's own word never happened.
            return sameRevision && known.rescheduledBySystem() ? known.deskReschedules() - 1 : known.deskReschedules();
        }
        return reschedule.revision() > known.revision()
                ? known.deskReschedules() + 1
                : Math.max(1, known.deskReschedules());
    }

    public void estimated(PromiseEstimated said) {
        Instant expectedAt = said.expectedAt();
        ReasonCode reason = said.reason();
        @Nullable Estimate estimate = expectedAt == null ? null : new Estimate(expectedAt, reason);
        promises.findForChange(said.promiseId())
                .filter(Promise::isOpen)
                .ifPresent(known -> promises.change(known.estimated(estimate)));
    }

    public void confirmed(PromiseConfirmed said) {
        promises.findForChange(said.promiseId())
                .filter(known -> known.isOpen() && known.revision() == said.revision())
                .ifPresent(known -> promises.change(known.confirmed()));
    }

    public void paused(PromisePaused said) {
        promises.findForChange(said.promiseId())
                .filter(Promise::isOpen)
                .ifPresent(known -> promises.change(
                        known.paused(new CustomerTurn(said.reason(), said.pausedAt(), said.waitsUntilAt()))));
    }

    public void kept(PromiseKept said) {
        promises.findForChange(said.promiseId())
                .filter(Promise::isOpen)
                .ifPresent(known -> promises.change(known.kept(said.evidence(), said.keptAt())));
    }

    public void withdrawn(PromiseWithdrawn said) {
        promises.findForChange(said.promiseId())
                .filter(Promise::isOpen)
                .ifPresent(known -> promises.change(known.withdrawn(said.withdrawnAt())));
    }

    static boolean supersedes(PromiseRescheduled reschedule, Promise known) {
        if (!known.isOpen()) {
            return false;
        }
        if (reschedule.revision() != known.revision()) {
            return reschedule.revision() > known.revision();
        }
        return weight(reschedule.reason(), reschedule.bySystem())
                > weight(known.date().reason(), known.rescheduledBySystem());
    }

    /** The customer knows best what they agreed. */
    private static int weight(@Nullable ReasonCode reason, boolean bySystem) {
        if (reason == ReasonCode.CUSTOMER_ASKED) {
            return 2;
        }
        return bySystem ? 1 : 0;
    }
}
