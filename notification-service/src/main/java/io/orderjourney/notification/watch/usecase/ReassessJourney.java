package io.orderjourney.notification.watch.usecase;

import io.orderjourney.notification.watch.Action;
import io.orderjourney.notification.watch.Situation;
import io.orderjourney.notification.watch.WatchPolicy;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reassesses the promises of one journey: forecast again, compare with what was said and done, act once. */
@ApplicationScoped
class ReassessJourney {

    /** After a reschedule of its own the watch checks the promise again; more than a few rounds would be a loop. */
    private static final int ROUNDS_MAX = 4;

    private final ActOnPromise act;

    ReassessJourney(ActOnPromise act) {
        this.act = act;
    }

    /**
     * What all journeys of a batch are reassessed with.
     *
     * @param zones time zones of customers, as far as they differ from the shop's
     */
    record Context(WatchBatch batch, Map<UUID, ZoneId> zones, ShopTerms terms, Instant now) {}

    /**
     * Acts on every open promise.
     *
     * @param promises all of the journey; a promise that is rescheduled is replaced in it
     */
    void reassess(Map<UUID, Promise> promises, Context context) {
        for (UUID id : List.copyOf(promises.keySet())) {
            List<EscalationReached> reached = context.batch().reached(id);
            for (int round = 0; round < ROUNDS_MAX; round++) {
                Promise promise = Objects.requireNonNull(promises.get(id));
                if (!promise.isOpen()) {
                    break;
                }
                Situation situation = situation(promise, promises, round == 0 ? reached : List.of(), context);
                if (situation.expectation().isCustomersTurn() && !promise.isWaiting()) {
                    context.batch().keepReached(id);
                }
                List<Action> actions = WatchPolicy.decide(situation);
                Promise after = act.carryOut(actions, promise, context);
                promises.put(id, after);
                if (after == promise) {
                    break;
                }
            }
        }
    }

    private static Situation situation(
            Promise promise, Map<UUID, Promise> promises, List<EscalationReached> reached, Context context) {
        // A new forecast each time: a promise that was just rescheduled shifts those that wait for it.
        Expectation expectation = JourneyForecast.of(promises.values(), context.terms(), context.now())
                .of(promise);
        return new Situation(
                promise,
                expectation,
                context.batch().state(promise.id()),
                reached,
                context.batch().history(promise),
                waitsForUndated(promise, promises, context.batch()),
                context.terms(),
                context.now());
    }

    private static boolean waitsForUndated(Promise promise, Map<UUID, Promise> promises, WatchBatch batch) {
        return promises.values().stream()
                .filter(other -> other.isOpen() && promise.waitsFor().contains(other.kind()))
                .anyMatch(other -> batch.history(other).at(other.revision()).undatedAt() != null);
    }
}
