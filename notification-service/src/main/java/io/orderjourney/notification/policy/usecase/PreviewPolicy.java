package io.orderjourney.notification.policy.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromiseQueue;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a policy would lead to, before it is in force: what would be promised now, and which open promises would be in
 * danger. It looks at what each desk owes next, so it costs the same however much is open.
 */
@ApplicationScoped
public class PreviewPolicy {

    /** So many open promises of each desk are looked at, those that are due first. */
    public static final int LOOKED_AT = 200;

    private final PromiseQueue queue;
    private final Promises promises;
    private final Journeys journeys;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    PreviewPolicy(PromiseQueue queue, Promises promises, Journeys journeys, CurrentTerms terms, BusinessClock clock) {
        this.queue = queue;
        this.promises = promises;
        this.journeys = journeys;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What a kind would be promised for, if somebody asked now.
     *
     * @param today under the policy in force
     * @param after under the wanted one
     */
    public record PromisedNow(PromiseKind kind, Instant today, Instant after) {

        public boolean isAnother() {
            return !today.equals(after);
        }
    }

    /**
     * What happens to the open promises of one desk.
     *
     * @param lookedAt how many of them were looked at
     * @param more whether it has more than that
     * @param endangered on track today, at risk or missed under the wanted policy
     * @param relieved at risk today, on track under the wanted policy
     * @param closed due at a time at which the desk would not work
     */
    public record OpenPromises(Desk desk, int lookedAt, boolean more, int endangered, int relieved, int closed) {

        public boolean isAffected() {
            return endangered + relieved + closed > 0;
        }
    }

    /** @param dates kinds without an agreed time, in the order of the policy */
    public record Preview(List<PromisedNow> dates, List<OpenPromises> open) {

        public int endangered() {
            return open.stream().mapToInt(OpenPromises::endangered).sum();
        }

        public int relieved() {
            return open.stream().mapToInt(OpenPromises::relieved).sum();
        }

        public int closed() {
            return open.stream().mapToInt(OpenPromises::closed).sum();
        }

        public int lookedAt() {
            return open.stream().mapToInt(OpenPromises::lookedAt).sum();
        }

        public boolean more() {
            return open.stream().anyMatch(OpenPromises::more);
        }
    }

    /** @param wanted a policy without violations */
    @Transactional
    public Preview preview(ShopPolicy wanted) {
        Instant now = clock.instant();
        ShopTerms before = terms.get();
        ShopTerms after = new ShopTerms(wanted);
        Map<Desk, DeskLoad> loads = new EnumMap<>(Desk.class);
        Function<Desk, DeskLoad> load = desk -> loads.computeIfAbsent(desk, promises::load);
        return new Preview(
                dates(before, after, load, now),
                Arrays.stream(Desk.values())
                        .map(desk -> open(desk, after, load, now))
                        .toList());
    }

    private static List<PromisedNow> dates(
            ShopTerms before, ShopTerms after, Function<Desk, DeskLoad> load, Instant now) {
        return before.policy().kinds().keySet().stream()
                .filter(after::knows)
                .filter(kind -> before.kind(kind).precision() != Precision.WINDOW
                        && after.kind(kind).precision() != Precision.WINDOW)
                .map(kind -> new PromisedNow(kind, earliest(kind, before, load, now), earliest(kind, after, load, now)))
                .toList();
    }

    private static Instant earliest(PromiseKind kind, ShopTerms shop, Function<Desk, DeskLoad> load, Instant now) {
        DeskLoad ofDesk = load.apply(shop.kind(kind).desk());
        return PromiseDates.at(now, shop).earliestFrom(kind, now, ofDesk).dueAt();
    }

    private OpenPromises open(Desk desk, ShopTerms after, Function<Desk, DeskLoad> load, Instant now) {
        List<PromiseQueue.Place> places = queue.open(desk, null, LOOKED_AT + 1);
        boolean more = places.size() > LOOKED_AT;
        List<PromiseQueue.Place> lookedAt = more ? places.subList(0, LOOKED_AT) : places;
        Set<UUID> journeyIds =
                lookedAt.stream().map(PromiseQueue.Place::journeyId).collect(Collectors.toSet());
        Map<UUID, List<Promise>> byJourney = promises.of(journeyIds).stream()
                .collect(Collectors.groupingBy(Promise::journeyId, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, ShopTerms> wanted = termsOf(journeyIds, after);
        int endangered = 0;
        int relieved = 0;
        int closed = 0;
        for (PromiseQueue.Place place : lookedAt) {
            List<Promise> journey = byJourney.getOrDefault(place.journeyId(), List.of());
            for (Promise promise : journey) {
                if (!promise.id().equals(place.promiseId()) || promise.isWaiting()) {
                    continue;
                }
                ShopTerms shop = wanted.getOrDefault(place.journeyId(), after);
                boolean safeBefore = isSafe(promise, journey, terms.get(), load, now);
                boolean safeAfter = isSafe(promise, journey, shop, load, now);
                endangered += safeBefore && !safeAfter ? 1 : 0;
                relieved += !safeBefore && safeAfter ? 1 : 0;
                closed += shop.calendar(desk).covers(promise.dueAt()) ? 0 : 1;
            }
        }
        return new OpenPromises(desk, lookedAt.size(), more, endangered, relieved, closed);
    }

    /** The wanted policy at the pickup point of each journey. */
    private Map<UUID, ShopTerms> termsOf(Collection<UUID> journeyIds, ShopTerms after) {
        Map<String, ShopTerms> atPoints = new HashMap<>();
        Map<UUID, ShopTerms> byJourney = new HashMap<>();
        for (Journey journey : journeys.find(journeyIds).values()) {
            terms.point(journey.pickupPoint())
                    .ifPresent(point -> byJourney.put(
                            journey.id(), atPoints.computeIfAbsent(point.code(), any -> after.at(point))));
        }
        return byJourney;
    }

    private static boolean isSafe(
            Promise promise, List<Promise> journey, ShopTerms shop, Function<Desk, DeskLoad> load, Instant now) {
        List<Promise> known =
                journey.stream().filter(one -> shop.knows(one.kind())).toList();
        Outlook outlook =
                promise.outlook(JourneyForecast.of(known, shop, now, load).of(promise), shop, now);
        return outlook != Outlook.AT_RISK && outlook != Outlook.MISSED;
    }
}
