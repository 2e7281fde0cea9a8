package io.orderjourney.notification.watch.usecase;

import io.orderjourney.notification.desktasks.NewTask;
import io.orderjourney.notification.ledger.PromiseRevision;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.notices.usecase.NewsBatch;
import io.orderjourney.notification.watch.NewTimer;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the reassessment of many journeys leads to. It is gathered first, and written by {@link WriteConsequences}. */
final class Consequences {

    /** What customers are told. */
    final NewsBatch news;

    /** Promises that were rescheduled, each as it stands after the last time. */
    final Map<UUID, Promise> promises = new LinkedHashMap<>();

    final List<PromisedDate> dates = new ArrayList<>();
    final Set<PromiseRevision> missed = new LinkedHashSet<>();
    final Set<PromiseRevision> undated = new LinkedHashSet<>();
    final Set<PromiseRevision> restored = new LinkedHashSet<>();

    /** Dates that the customer has in hand without a message, each since when. */
    final Map<PromiseRevision, Instant> delivered = new LinkedHashMap<>();

    /** Promises that wait for the customer, each since when. */
    final Map<UUID, Instant> released = new LinkedHashMap<>();

    /** Dates that probably do not hold, each by when the customer hears for certain. */
    final Map<PromiseRevision, Instant> uncertain = new LinkedHashMap<>();

    final List<NewTimer> timers = new ArrayList<>();
    final List<NewTask> tasks = new ArrayList<>();

    /** Journeys to look at once more. */
    final Set<UUID> again = new HashSet<>();

    /** Journeys that are over, each since when. */
    final Map<UUID, Instant> ended = new LinkedHashMap<>();

    Consequences(NewsBatch news) {
        this.news = news;
    }
}
