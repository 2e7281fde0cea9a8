package io.orderjourney.notification.watch.usecase;

import io.orderjourney.notification.watch.ReachedRung;
import io.orderjourney.notification.watch.SaidDate;
import io.orderjourney.notification.watch.WatchRecord;
import io.orderjourney.notification.watch.WatchRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was done and said before about the promises of a batch: read in a few statements, and what changed written in two. */
final class WatchMemory {

    private final WatchRecords store;
    private final Map<UUID, WatchRecord> records;
    private final Map<UUID, List<ReachedRung>> reached;
    private final Map<UUID, List<SaidDate>> said;
    private final Map<UUID, WatchRecord> changed = new HashMap<>();

    WatchMemory(WatchRecords store, Collection<UUID> promiseIds) {
        this.store = store;
        this.records = store.of(promiseIds);
        this.reached = store.reached(promiseIds);
        this.said = store.said(promiseIds);
    }

    WatchRecord record(UUID promiseId) {
        return records.computeIfAbsent(promiseId, WatchRecord::fresh);
    }

    List<ReachedRung> reached(UUID promiseId) {
        return reached.getOrDefault(promiseId, List.of());
    }

    List<SaidDate> dates(UUID promiseId) {
        return said.getOrDefault(promiseId, List.of());
    }

    void change(WatchRecord record) {
        records.put(record.promiseId(), record);
        changed.put(record.promiseId(), record);
    }

    void said(SaidDate date) {
        said.computeIfAbsent(date.promiseId(), id -> new ArrayList<>()).add(date);
    }

    /** Writes what changed, and ticks the levels off; also those of promises that ended meanwhile. */
    void write(Instant now) {
        if (!changed.isEmpty()) {
            store.store(changed.values());
        }
        List<ReachedRung> acted =
                reached.values().stream().flatMap(List::stream).toList();
        if (!acted.isEmpty()) {
            store.actedOn(acted, now);
        }
    }
}
