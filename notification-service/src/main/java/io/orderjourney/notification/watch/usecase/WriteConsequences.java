package io.orderjourney.notification.watch.usecase;

import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchQueue;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Writes what the reassessment of many journeys led to. Each kind of row is one statement, and none if there is nothing of it:
 * two hundred journeys cost as many statements as ten. Joins the running transaction.
 */
@ApplicationScoped
class WriteConsequences {

    private final Promises promises;
    private final PromisedDates dates;
    private final Timers timers;
    private final WatchQueue queue;
    private final DeskTaskHandler desks;

    WriteConsequences(Promises promises, PromisedDates dates, Timers timers, WatchQueue queue, DeskTaskHandler desks) {
        this.promises = promises;
        this.dates = dates;
        this.timers = timers;
        this.queue = queue;
        this.desks = desks;
    }

    void write(Consequences led, WatchBatch batch, Instant now) {
        promises.change(led.promises.values());
        // In the order of the rules: what is restored may be missed or given up in the same breath.
        dates.restored(led.restored);
        dates.missed(led.missed, now);
        dates.record(led.dates);
        dates.delivered(led.delivered);
        dates.undated(led.undated, now);
        dates.released(led.released);
        dates.uncertain(led.uncertain);
        batch.write(now);
        led.news.write();
        timers.add(led.timers);
        desks.closeAfterEnd(led.ended);
        desks.open(led.tasks);
        if (!led.again.isEmpty()) {
            queue.requeue(led.again);
        }
    }
}
