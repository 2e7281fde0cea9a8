package io.orderjourney.notification.watch;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.testing.PromiseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;

/**
 * One journey with troubles at random: promises that are kept, late, forgotten or withdrawn, partners that change their minds,
 * customers who ask for another time, change what they ordered, do not answer or have to act, mails that come late or never, and news that is missing for a
 * while. It only says what happens; {@link WatchedJourney} watches it and checks.
 */
final class RandomJourney {

    private static final int HAPPENINGS_MAX = 600;
    private static final Duration LONGEST = Duration.ofDays(40);

    /** Something happens; of two at one time, what was planned first. */
    private record Happening(Instant at, long number, Runnable what) {}

    private final Random random;
    private final PriorityQueue<Happening> agenda =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::number));
    private final WatchedJourney watched = new WatchedJourney(this);
    private final Instant begunAt;
    private Instant now;
    private long happenings;

    RandomJourney(long seed) {
        random = new Random(seed);
        begunAt = at("2026-01-12T09:00").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
        now = begunAt;
    }

    /** Lives through the whole journey. Fails at the first broken rule. */
    WatchedJourney live() {
        beginWith();
        watched.reassess();
        while (!agenda.isEmpty() && happenings < HAPPENINGS_MAX) {
            Happening next = agenda.remove();
            if (next.at().isAfter(begunAt.plus(LONGEST))) {
                break;
            }
            now = next.at();
            next.what().run();
            watched.reassess();
        }
        watched.end();
        return watched;
    }

    Instant now() {
        return now;
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** After this time; what should have been is done at once. */
    void plan(Instant at, Runnable what) {
        agenda.add(new Happening(at.isBefore(now) ? now : at, happenings++, what));
    }

    /** A message leaves: most arrive in minutes, some in hours, some never. */
    void send(Runnable arrives) {
        if (happens(93)) {
            plan(now.plus(happens(85) ? minutes(2, 5) : minutes(10, 300)), arrives);
        }
    }

    private void beginWith() {
        promise(PromiseKind.CONFIRMATION_CALL);
        // Whichever was promised first: what waits is judged after what it waits for.
        boolean waitingFirst = happens(50);
        if (waitingFirst) {
            promise(PromiseKind.PICKUP_READY, PromiseKind.CONFIRMATION_CALL, PromiseKind.STOCK_ARRIVAL);
        }
        promise(PromiseKind.STOCK_ARRIVAL);
        if (!waitingFirst) {
            promise(PromiseKind.PICKUP_READY, PromiseKind.CONFIRMATION_CALL, PromiseKind.STOCK_ARRIVAL);
        }
        if (happens(40)) {
            promise(PromiseKind.CREDIT_DECISION);
        }
        if (happens(40)) {
            Instant silent = now.plus(minutes(0, 3_000));
            plan(silent, () -> watched.newsIsMissing(true));
            plan(silent.plus(minutes(5, 900)), () -> watched.newsIsMissing(false));
        }
        if (happens(25)) {
            plan(now.plus(minutes(0, 3_000)), this::orderChanges);
        }
    }

    /** Other goods have to come, and the day follows as the customer asked; or nobody knows when, and an update is promised. */
    private void orderChanges() {
        List<Promise> open =
                watched.record().promises().stream().filter(Promise::isOpen).toList();
        Optional<Promise> day = open.stream()
                .filter(promise -> promise.kind().equals(PromiseKind.PICKUP_READY))
                .findFirst();
        if (day.isEmpty()) {
            return;
        }
        if (happens(30)) {
            watched.record().withdraw(day.get().id());
            promise(PromiseKind.NEXT_UPDATE);
            return;
        }
        if (open.stream().noneMatch(promise -> promise.kind().equals(PromiseKind.STOCK_ARRIVAL))) {
            promise(PromiseKind.STOCK_ARRIVAL);
        }
        customerAsks(day.get().id());
    }

    private void promise(PromiseKind kind, PromiseKind... waitsFor) {
        GrantedDate date = PromiseDates.at(now, TERMS)
                .earliestFrom(kind, now.plus(minutes(0, waitsFor.length * 2_000 + 1)), DeskLoad.NONE);
        Promise made = PromiseBuilder.promise(kind)
                .id(new UUID(random.nextLong(), random.nextLong()))
                .madeAt(now)
                .dueAt(date.dueAt())
                .waitsFor(waitsFor)
                .build();
        watched.record().promised(made);
        trouble(made);
    }

    private void trouble(Promise made) {
        UUID id = made.id();
        long dueIn = Duration.between(now, made.dueAt()).toMinutes();
        int fate = random.nextInt(100);
        if (fate < 55) {
            plan(now.plus(minutes(0, (int) dueIn + 1)), () -> watched.record().keep(id));
        } else if (fate < 80) {
            plan(made.dueAt().plus(minutes(0, 2_000)), () -> watched.record().keep(id));
        } else if (fate < 90) {
            plan(now.plus(minutes(0, (int) dueIn + 600)), () -> watched.record().withdraw(id));
        }
        if (happens(30)) {
            Instant news = now.plus(minutes(0, (int) dueIn + 60));
            plan(
                    news,
                    () -> watched.record()
                            .change(
                                    id,
                                    open -> open.estimated(
                                            new Estimate(now.plus(minutes(0, 10_000)), ReasonCode.SUPPLIER_LATE))));
        }
        if (happens(20)) {
            plan(now.plus(minutes(0, (int) dueIn + 120)), () -> customerAsks(id));
        }
        if (happens(20)) {
            plan(now.plus(minutes(0, (int) dueIn + 60)), () -> watched.record().noAnswer(id));
        }
        if (happens(20)) {
            plan(now.plus(minutes(0, (int) dueIn + 60)), () -> waitForCustomer(id));
        }
    }

    private void customerAsks(UUID id) {
        watched.record().find(id).ifPresent(open -> {
            GrantedDate date =
                    PromiseDates.at(now, TERMS).earliestFrom(open.kind(), now.plus(minutes(60, 5_000)), DeskLoad.NONE);
            watched.record().reschedule(open, date, ReasonCode.CUSTOMER_ASKED, DecidedBy.CUSTOMER, true);
        });
    }

    private void waitForCustomer(UUID id) {
        CustomerTurn turn = new CustomerTurn(WaitingReason.DOCUMENTS_MISSING, now, now.plus(minutes(600, 6_000)));
        watched.record().change(id, open -> open.paused(turn));
        if (happens(60)) {
            plan(now.plus(minutes(1, 6_000)), () -> watched.customerActed(id));
        }
    }

    private Duration minutes(int from, int until) {
        return Duration.ofMinutes(from + (long) random.nextInt(Math.max(1, until - from)));
    }
}
