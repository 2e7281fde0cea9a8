package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.notification.ledger.UnansweredCall;
import io.orderjourney.notification.sources.SourceFreshness;
import io.orderjourney.notification.watch.Action;
import io.orderjourney.notification.watch.AssessmentOrder;
import io.orderjourney.notification.watch.Situation;
import io.orderjourney.notification.watch.WatchPolicy;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.EscalationPolicy.LevelAt;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Reassesses the promises of one journey: forecast again, compare with what was said and done, act once. */
@ApplicationScoped
class ReassessJourney {

    /** After a reschedule of its own the watch checks the promise again; more than a few rounds would be a loop. */
    private static final int ROUNDS_MAX = 4;

    /** A cause that would be rescheduled within this time is rescheduled with what waits for it: one message, not two. */
    private static final Duration JUDGED_TOGETHER = Duration.ofHours(1);

    private final ActOnPromise act;

    ReassessJourney(ActOnPromise act) {
        this.act = act;
    }

    /**
     * What all journeys of a batch are reassessed with.
     *
     * @param consequences what follows, gathered
     * @param plans of promises, once they are known
     * @param zones time zones of customers, as far as they differ from the shop's
     * @param calls that customers of these journeys did not answer
     * @param news how new what is known of each service is
     * @param loads what each desk has to do
     */
    record Context(
            WatchBatch batch,
            Consequences consequences,
            Map<Promise, List<LevelAt>> plans,
            Map<UUID, ZoneId> zones,
            Map<UUID, List<UnansweredCall>> calls,
            SourceFreshness news,
            Function<Desk, DeskLoad> loads,
            ShopTerms terms,
            Instant now) {

        /** For a journey whose pickup point has hours of its own. */
        Context with(ShopTerms atPoint) {
            return atPoint == terms
                    ? this
                    : new Context(batch, consequences, plans, zones, calls, news, loads, atPoint, now);
        }

        List<LevelAt> plan(Promise promise) {
            return plans.computeIfAbsent(
                    promise,
                    same -> EscalationPolicy.of(
                            promise, terms, zones.getOrDefault(promise.customerId(), terms.zone())));
        }

        /** As things stand: a promise that was just rescheduled shifts those that wait for it. */
        JourneyForecast forecast(Collection<Promise> promises) {
            return JourneyForecast.of(promises, terms, now, loads);
        }

        /** Of the owners of this promise, and of what it waits for, enough is known to speak about it. */
        boolean isFresh(Promise promise, Collection<Promise> promises) {
            return news.isFresh(promise.owner())
                    && AssessmentOrder.causesOf(promise, promises).stream()
                            .allMatch(cause -> news.isFresh(cause.owner()));
        }

        boolean unanswered(Promise promise) {
            Instant since = batch.history(promise).at(promise.revision()).promisedAt();
            return calls.getOrDefault(promise.journeyId(), List.of()).stream()
                    .anyMatch(call -> call.isAbout(promise) && !call.calledAt().isBefore(since));
        }
    }

    /**
     * Acts on every open promise.
     *
     * @param promises all of the journey; a promise that is rescheduled is replaced in it
     * @return whether everything could be judged; if not, it is to be judged again when the news is in
     */
    boolean reassess(Map<UUID, Promise> promises, Context context) {
        List<Promise> inOrder = AssessmentOrder.of(promises.values());
        Map<UUID, List<EscalationReached>> reached = reached(inOrder, context);
        JourneyForecast forecast = context.forecast(promises.values());
        boolean judged = true;
        for (Promise before : inOrder) {
            UUID id = before.id();
            for (int round = 0; round < ROUNDS_MAX; round++) {
                Promise promise = Objects.requireNonNull(promises.get(id));
                if (!promise.isOpen()) {
                    break;
                }
                List<EscalationReached> levels = round == 0 ? reached.getOrDefault(id, List.of()) : List.of();
                Situation situation = situation(promise, promises, forecast.of(promise), levels, context);
                judged &= situation.fresh();
                if (situation.expectation().isCustomersTurn() && !promise.isWaiting()) {
                    context.batch().keepReached(id);
                }
                List<Action> actions = WatchPolicy.decide(situation);
                Promise after = act.carryOut(actions, promise, context);
                promises.put(id, after);
                if (after == promise) {
                    break;
                }
                forecast = context.forecast(promises.values());
            }
        }
        return judged;
    }

    /** The levels to act on now. What waits is at its last level: then what it waits for is judged with it, if it is near its own. */
    private static Map<UUID, List<EscalationReached>> reached(List<Promise> inOrder, Context context) {
        Map<UUID, List<EscalationReached>> reached = new HashMap<>();
        for (Promise promise : inOrder) {
            reached.put(promise.id(), new ArrayList<>(levelsOf(promise, inOrder, context)));
        }
        for (Promise promise : inOrder) {
            if (isAtLastLevel(promise, reached)) {
                AssessmentOrder.causesOf(promise, inOrder).stream()
                        .filter(cause -> isNearLastLevel(cause, context) && context.isFresh(cause, inOrder))
                        .forEach(cause -> reached.getOrDefault(cause.id(), new ArrayList<>())
                                .add(new EscalationReached(
                                        cause.id(), cause.revision(), EscalationLevel.AUTO_RESCHEDULE)));
            }
        }
        return reached;
    }

    private static List<EscalationReached> levelsOf(Promise promise, List<Promise> inOrder, Context context) {
        List<EscalationReached> all = context.batch().reached(promise.id());
        if (all.isEmpty() || !promise.isOpen()) {
            return all;
        }
        List<LevelAt> plan = context.plan(promise);
        boolean fresh = context.isFresh(promise, inOrder);
        List<EscalationReached> now = new ArrayList<>();
        for (EscalationReached level : all) {
            boolean early = level.revision() == promise.revision()
                    && plan.stream()
                            .anyMatch(planned -> planned.level() == level.level()
                                    && planned.at().isAfter(context.now()));
            // A timer of an earlier plan came too early; or it is not known what the owner decided meanwhile.
            if (early || (!fresh && !isOfTheDesk(level.level()))) {
                context.batch().keepReached(level);
            } else {
                now.add(level);
            }
        }
        return now;
    }

    private static boolean isOfTheDesk(EscalationLevel level) {
        return level == EscalationLevel.REMINDER || level == EscalationLevel.REQUEST_NEW_DATE;
    }

    private static boolean isAtLastLevel(Promise promise, Map<UUID, List<EscalationReached>> reached) {
        return promise.isOpen()
                && reached.getOrDefault(promise.id(), List.of()).stream()
                        .anyMatch(one -> one.revision() == promise.revision()
                                && one.level().compareTo(EscalationLevel.AUTO_RESCHEDULE) >= 0
                                && one.level().compareTo(EscalationLevel.MISSED) <= 0);
    }

    private static boolean isNearLastLevel(Promise cause, Context context) {
        return !cause.isWaiting()
                && context.plan(cause).stream()
                        .anyMatch(level -> level.level() == EscalationLevel.AUTO_RESCHEDULE
                                && !level.at().isAfter(context.now().plus(JUDGED_TOGETHER)));
    }

    private static Situation situation(
            Promise promise,
            Map<UUID, Promise> promises,
            Expectation expectation,
            List<EscalationReached> reached,
            Context context) {
        return new Situation(
                promise,
                expectation,
                context.batch().state(promise.id()),
                reached,
                context.batch().history(promise),
                context.plan(promise),
                context.isFresh(promise, promises.values()),
                context.unanswered(promise),
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
