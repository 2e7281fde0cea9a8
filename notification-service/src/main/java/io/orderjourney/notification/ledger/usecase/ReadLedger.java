package io.orderjourney.notification.ledger.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.PromiseQueue;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.ledger.Score;
import io.orderjourney.notification.ledger.Scores;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads promises with what is derived of them: forecast, outlook, how they ended. */
@ApplicationScoped
public class ReadLedger {

    /**
     * One promise in the ledger: what was promised, what is expected, how it ended.
     *
     * @param orderNumber the journey's order; absent while the order is not known here yet
     * @param expectedAt when it will be kept, as known now; of an open promise only
     * @param slack dueAt − expectedAt in the desk's business time; of an open promise only
     * @param risk why it is at risk, in words for staff; absent if it is not
     * @param dates every date, the first promised one first
     */
    public record LedgerEntry(
            Promise promise,
            @Nullable String orderNumber,
            Outlook outlook,
            LedgerStatus status,
            @Nullable Instant expectedAt,
            @Nullable RiskCause cause,
            @Nullable Duration slack,
            @Nullable String risk,
            List<PromisedDate> dates) {}

    /** A filter on something derived reads so many places at once, */
    private static final int PLACES_AT_ONCE = 500;

    /** so many in all, and then lets the caller go on from there: the number of statements does not depend on the page. */
    private static final int PLACES_MAX = 2_000;

    private final PromiseQueue queue;
    private final Promises promises;
    private final PromisedDates dates;
    private final Journeys journeys;
    private final Scores scores;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ReadLedger(
            PromiseQueue queue,
            Promises promises,
            PromisedDates dates,
            Journeys journeys,
            Scores scores,
            CurrentTerms terms,
            BusinessClock clock) {
        this.queue = queue;
        this.promises = promises;
        this.dates = dates;
        this.journeys = journeys;
        this.scores = scores;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Part of the queue.
     *
     * @param goesOnAfter where there may be more; absent at the end
     */
    public record Found(List<LedgerEntry> entries, PromiseQueue.@Nullable Place goesOnAfter) {}

    /** All promises of one journey, open or ended, in the order in which they were made. */
    @Transactional
    public List<LedgerEntry> ofJourney(UUID journeyId) {
        return entries(List.of(journeyId), loads()).values().stream().toList();
    }

    /**
     * Open promises by what is due first; with an outlook, only those that have it now.
     *
     * @param after the place to go on after; absent for the beginning
     */
    @Transactional
    public Found open(@Nullable Desk desk, @Nullable Outlook outlook, PromiseQueue.@Nullable Place after, int atMost) {
        List<LedgerEntry> found = new ArrayList<>();
        PromiseQueue.Place last = after;
        Function<Desk, DeskLoad> loads = loads();
        int atOnce = outlook == null ? atMost + 1 : Math.max(atMost + 1, PLACES_AT_ONCE);
        for (int read = 0; read < PLACES_MAX; read += atOnce) {
            List<PromiseQueue.Place> places = queue.open(desk, last, atOnce);
            Map<UUID, LedgerEntry> entries =
                    entries(places.stream().map(PromiseQueue.Place::journeyId).collect(Collectors.toSet()), loads);
            for (PromiseQueue.Place place : places) {
                LedgerEntry entry = entries.get(place.promiseId());
                if (entry != null && (outlook == null || entry.outlook() == outlook)) {
                    if (found.size() == atMost) {
                        return new Found(found, last);
                    }
                    found.add(entry);
                }
                last = place;
            }
            if (places.size() < atOnce) {
                return new Found(found, null);
            }
        }
        return new Found(found, last);
    }

    /**
     * Ended promises.
     *
     * @param goesOnAfter where there may be more; absent at the end
     */
    public record FoundEnded(List<LedgerEntry> entries, Scores.@Nullable Place goesOnAfter) {}

    /**
     * Promises that were kept or withdrawn, the one that ended last first.
     *
     * @param after the place to go on after; absent for the beginning
     */
    @Transactional
    public FoundEnded ended(Scores.Filter filter, Scores.@Nullable Place after, int atMost) {
        List<Scores.Place> places = scores.ended(filter, after, atMost + 1);
        boolean more = places.size() > atMost;
        List<Scores.Place> page = more ? places.subList(0, atMost) : places;
        Map<UUID, LedgerEntry> entries =
                entries(page.stream().map(Scores.Place::journeyId).collect(Collectors.toSet()), loads());
        return new FoundEnded(
                page.stream()
                        .flatMap(place -> Optional.ofNullable(entries.get(place.promiseId())).stream())
                        .toList(),
                more ? page.get(page.size() - 1) : null);
    }

    /** How the promises ended that were first promised for a day of this period, by group. */
    @Transactional
    public List<Score> scores(Score.By by, LocalDate from, LocalDate until) {
        ZoneId zone = terms.get().zone();
        return scores.of(
                by,
                from.atStartOfDay(zone).toInstant(),
                until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The load of each desk, asked once in a read. */
    private Function<Desk, DeskLoad> loads() {
        Map<Desk, DeskLoad> known = new EnumMap<>(Desk.class);
        return desk -> known.computeIfAbsent(desk, promises::load);
    }

    private Map<UUID, LedgerEntry> entries(Collection<UUID> journeyIds, Function<Desk, DeskLoad> loads) {
        Instant now = clock.instant();
        List<Promise> all = promises.of(journeyIds);
        Map<UUID, List<PromisedDate>> datesById =
                dates.of(all.stream().map(Promise::id).toList());
        Map<UUID, Journey> known = journeys.find(journeyIds);
        Map<UUID, List<Promise>> byJourney = all.stream()
                .collect(Collectors.groupingBy(Promise::journeyId, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, LedgerEntry> entries = new LinkedHashMap<>();
        byJourney.forEach((journeyId, ofOne) -> {
            Journey journey = known.get(journeyId);
            ShopTerms shop = terms.at(journey == null ? null : journey.pickupPoint());
            JourneyForecast forecast = JourneyForecast.of(ofOne, shop, now, loads);
            String orderNumber = journey == null ? null : journey.orderNumber();
            ofOne.forEach(promise -> entries.put(
                    promise.id(),
                    entry(
                            promise,
                            orderNumber,
                            forecast,
                            datesById.getOrDefault(promise.id(), List.of()),
                            loads,
                            shop,
                            now)));
        });
        return entries;
    }

    private static LedgerEntry entry(
            Promise promise,
            @Nullable String orderNumber,
            JourneyForecast forecast,
            List<PromisedDate> dates,
            Function<Desk, DeskLoad> loads,
            ShopTerms shop,
            Instant now) {
        Expectation expectation = forecast.of(promise);
        boolean open = promise.isOpen();
        Outlook outlook = promise.outlook(expectation, shop, now);
        return new LedgerEntry(
                promise,
                orderNumber,
                outlook,
                LedgerStatus.of(promise, dates, now),
                open ? expectation.expectedAt() : null,
                open ? expectation.cause() : null,
                open ? expectation.slack(promise, shop) : null,
                outlook == Outlook.AT_RISK ? risk(promise, expectation, loads, shop) : null,
                dates);
    }

    private static String risk(
            Promise promise, Expectation expectation, Function<Desk, DeskLoad> loads, ShopTerms shop) {
        Desk desk = promise.desk();
        return switch (expectation.cause()) {
            case LOAD ->
                desk + " has "
                        + loads.apply(desk).dueBy(promise.dueAt())
                        + " things to do by then, and does "
                        + shop.desk(desk).perHour()
                        + " in an hour: this one does not fit.";
            case EARLIER_STEP -> "An earlier step is late.";
            case ESTIMATE -> "Its owner expects it later.";
            case NOT_CONFIRMED -> "Nobody has confirmed the agreed time.";
            case TIME_PASSING -> "It is not done, and the time left is short.";
            case CUSTOMERS_TURN -> "The customer has to act first.";
        };
    }
}
