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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /**
     * What somebody said about a promise.
     *
     * @param makes the promise, if it was made; absent if it was only changed
     * @param changes how it stands afterwards; the same if that changes nothing
     */
    public record Said(UUID promiseId, @Nullable Promise makes, UnaryOperator<Promise> changes) {

        static Said about(UUID promiseId, UnaryOperator<Promise> changes) {
            return new Said(promiseId, null, changes);
        }

        /** What holds only of a promise that is open. */
        static Said aboutOpen(UUID promiseId, UnaryOperator<Promise> changes) {
            return about(promiseId, known -> known.isOpen() ? changes.apply(known) : known);
        }
    }

    /** Takes over what was said, in this order: in three statements, however much it is. Joins the running transaction. */
    public void learn(List<Said> all) {
        if (all.isEmpty()) {
            return;
        }
        Set<UUID> ids = all.stream().map(Said::promiseId).collect(Collectors.toSet());
        Map<UUID, Promise> known =
                promises.findForChange(ids).stream().collect(Collectors.toMap(Promise::id, Function.identity()));
        Map<UUID, Promise> added = new LinkedHashMap<>();
        Map<UUID, Promise> changed = new LinkedHashMap<>();
        for (Said said : all) {
            UUID id = said.promiseId();
            Promise before = changed.getOrDefault(id, added.getOrDefault(id, known.get(id)));
            if (before == null && said.makes() != null) {
                added.put(id, said.makes());
            } else if (before != null) {
                Promise after = said.changes().apply(before);
                if (after != before) {
                    (known.containsKey(id) ? changed : added).put(id, after);
                }
            }
        }
        if (promises.add(added.values()) < added.size()) {
            throw new IllegalStateException("Somebody else learned of one of these promises at the same moment");
        }
        promises.change(changed.values());
    }

    public static Said made(UUID journeyId, String source, PromiseMade made) {
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
        return new Said(made.promiseId(), Promise.made(made.promiseId(), commitment, first), UnaryOperator.identity());
    }

    public static Said rescheduled(PromiseRescheduled reschedule) {
        return Said.about(
                reschedule.promiseId(),
                known -> !supersedes(reschedule, known)
                        ? known
                        : known.with(new PromisedDate(
                                precision(known, reschedule),
                                reschedule.windowStartAt(),
                                reschedule.dueAt(),
                                reschedule.told(),
                                reschedule.revision(),
                                reschedule.reason(),
                                reschedule.decidedBy(),
                                reschedule.bySystem(),
                                deskReschedules(known, reschedule))));
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

    public static Said estimated(PromiseEstimated said) {
        Instant expectedAt = said.expectedAt();
        Estimate estimate = expectedAt == null ? null : new Estimate(expectedAt, said.reason());
        return Said.aboutOpen(said.promiseId(), known -> known.estimated(estimate));
    }

    public static Said confirmed(PromiseConfirmed said) {
        return Said.aboutOpen(
                said.promiseId(), known -> known.revision() == said.revision() ? known.confirmed() : known);
    }

    public static Said paused(PromisePaused said) {
        CustomerTurn turn = new CustomerTurn(said.reason(), said.pausedAt(), said.waitsUntilAt());
        return Said.aboutOpen(said.promiseId(), known -> known.paused(turn));
    }

    public static Said kept(PromiseKept said) {
        return Said.aboutOpen(said.promiseId(), known -> known.kept(said.evidence(), said.keptAt()));
    }

    public static Said withdrawn(PromiseWithdrawn said) {
        return Said.aboutOpen(said.promiseId(), known -> known.withdrawn(said.withdrawnAt()));
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
