package io.orderjourney.notification.watch;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Reschedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of one journey in memory: its promises, their dates, and what the watch did about each. */
final class JourneyRecord {

    private final Supplier<Instant> clock;
    private final Map<UUID, Promise> promises = new LinkedHashMap<>();
    private final Map<UUID, WatchState> states = new HashMap<>();
    private final Map<UUID, List<PromisedDate>> dates = new HashMap<>();
    private final Map<UUID, Instant> endedAt = new HashMap<>();
    private final Set<UUID> unanswered = new HashSet<>();

    JourneyRecord(Supplier<Instant> clock) {
        this.clock = clock;
    }

    Collection<Promise> promises() {
        return promises.values();
    }

    Promise get(UUID id) {
        return Optional.ofNullable(promises.get(id)).orElseThrow();
    }

    void promised(Promise made) {
        promises.put(made.id(), made);
        add(made, null, made.madeAt());
    }

    /** If it is open. */
    Optional<Promise> find(UUID id) {
        return Optional.ofNullable(promises.get(id)).filter(Promise::isOpen);
    }

    void change(UUID id, UnaryOperator<Promise> change) {
        find(id).ifPresent(open -> promises.put(id, change.apply(open)));
    }

    void keep(UUID id) {
        change(id, open -> open.kept("done", clock.get()));
        endedAt.putIfAbsent(id, clock.get());
    }

    void withdraw(UUID id) {
        change(id, open -> open.withdrawn(clock.get()));
        endedAt.putIfAbsent(id, clock.get());
    }

    void reschedule(Promise open, GrantedDate date, ReasonCode reason, DecidedBy by, boolean known) {
        Promise after = open.rescheduled(new Reschedule(date, reason, null, by, by.name(), "told"));
        promises.put(after.id(), after);
        unanswered.remove(after.id());
        add(after, reason, known ? clock.get() : null);
        if (known) {
            delivered(after.id(), after.revision());
        }
    }

    void noAnswer(UUID id) {
        unanswered.add(id);
    }

    boolean isUnanswered(UUID id) {
        return unanswered.contains(id);
    }

    @Nullable
    Instant endedAt(UUID id) {
        return endedAt.get(id);
    }

    void put(WatchState state) {
        states.put(state.promiseId(), state);
    }

    WatchState state(UUID id) {
        return states.getOrDefault(id, WatchState.fresh(id));
    }

    List<PromisedDate> dates(UUID id) {
        return dates.getOrDefault(id, List.of());
    }

    DateHistory history(Promise of) {
        return new DateHistory(of, dates(of.id()));
    }

    private void add(Promise of, @Nullable ReasonCode reason, @Nullable Instant deliveredAt) {
        dates.computeIfAbsent(of.id(), id -> new ArrayList<>())
                .add(new PromisedDate(
                        of.id(),
                        of.revision(),
                        of.journeyId(),
                        of.dueAt(),
                        of.windowStartAt(),
                        reason,
                        "somebody",
                        of.rescheduledBySystem(),
                        clock.get(),
                        deliveredAt,
                        null));
    }

    void changeDates(UUID id, UnaryOperator<PromisedDate> change) {
        dates.computeIfPresent(
                id, (same, known) -> new ArrayList<>(known.stream().map(change).toList()));
    }

    void delivered(UUID id, int revision) {
        changeDates(
                id,
                date -> date.revision() == revision && date.deliveredAt() == null
                        ? new PromisedDate(
                                id,
                                revision,
                                date.journeyId(),
                                date.dueAt(),
                                date.windowStartAt(),
                                date.reason(),
                                date.decidedBy(),
                                date.bySystem(),
                                date.promisedAt(),
                                clock.get(),
                                date.missedAt(),
                                date.undatedAt(),
                                date.releasedAt(),
                                date.certainAt())
                        : date);
        WatchState state = state(id);
        put(new WatchState(
                id,
                state.scheduledRevision(),
                state.scheduledPlan(),
                state.predictedRevision(),
                state.predictedAt(),
                state.closedRevision(),
                state.announcedRevision(),
                Math.max(state.confirmedRevision(), revision),
                state.turn()));
    }
}
