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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was done and promised before in a batch of journeys: read in three statements, and what changed written in two. */
final class WatchBatch {

    private final WatchStates store;
    private final Map<UUID, WatchState> states;
    private final Map<UUID, List<EscalationReached>> reached;
    private final Map<UUID, List<PromisedDate>> dates;
    private final Map<UUID, WatchState> changed = new HashMap<>();

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

    void change(WatchState state) {
        states.put(state.promiseId(), state);
        changed.put(state.promiseId(), state);
    }

    void add(PromisedDate date) {
        dates.computeIfAbsent(date.promiseId(), id -> new ArrayList<>()).add(date);
    }

    /** Writes what changed, and marks the levels as acted on; also those of promises that ended meanwhile. */
    void write(Instant now) {
        if (!changed.isEmpty()) {
            store.store(changed.values());
        }
        List<EscalationReached> acted =
                reached.values().stream().flatMap(List::stream).toList();
        if (!acted.isEmpty()) {
            store.actedOn(acted, now);
        }
    }
}
