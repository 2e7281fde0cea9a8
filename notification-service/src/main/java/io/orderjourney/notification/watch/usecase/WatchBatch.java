package io.orderjourney.notification.watch.usecase;

import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.watch.WatchState;
import io.orderjourney.notification.watch.WatchStates;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What was done and promised before in a batch of journeys: read in three statements, and what changed written in two. */
final class WatchBatch {

    private final WatchStates store;
    private final Map<UUID, WatchState> states;
    private final Map<UUID, List<EscalationReached>> reached;
    private final Map<UUID, List<PromisedDate>> dates;
    private final Map<UUID, WatchState> changed = new HashMap<>();
    private final Set<EscalationReached> kept = new HashSet<>();

    WatchBatch(WatchStates store, PromisedDates dates, Collection<UUID> promiseIds) {
        this.store = store;
        this.states = store.of(promiseIds);
        this.reached = store.reached(promiseIds);
        this.dates = dates.of(promiseIds);
    }

    WatchState state(UUID promiseId) {
        return states.computeIfAbsent(promiseId, WatchState::fresh);
    }

    List<EscalationReached> reached(UUID promiseId) {
        return reached.getOrDefault(promiseId, List.of());
    }

    DateHistory history(Promise promise) {
        return new DateHistory(promise, dates.getOrDefault(promise.id(), List.of()));
    }

    /** What time reached of this promise is acted on later: the customer has to act first. */
    void keepReached(UUID promiseId) {
        kept.addAll(reached(promiseId));
    }

    /** This level is acted on later: its time has not come, as things stand now, or too little is known to act. */
    void keepReached(EscalationReached level) {
        kept.add(level);
    }

    void change(WatchState state) {
        states.put(state.promiseId(), state);
        changed.put(state.promiseId(), state);
    }

    /** The same dates, changed. */
    void changeDates(UUID promiseId, UnaryOperator<PromisedDate> change) {
        dates.computeIfPresent(
                promiseId,
                (id, known) -> new ArrayList<>(known.stream().map(change).toList()));
    }

    void add(PromisedDate date) {
        dates.computeIfAbsent(date.promiseId(), id -> new ArrayList<>()).add(date);
    }

    /** Writes what changed, and marks the levels as acted on; also those of promises that ended meanwhile. */
    void write(Instant now) {
        if (!changed.isEmpty()) {
            store.store(changed.values());
        }
        List<EscalationReached> acted = reached.values().stream()
                .flatMap(List::stream)
                .filter(level -> !kept.contains(level))
                .toList();
        if (!acted.isEmpty()) {
            store.actedOn(acted, now);
        }
    }
}
