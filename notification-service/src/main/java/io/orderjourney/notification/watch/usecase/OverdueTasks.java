package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.promises.ShopTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What a desk was asked to do and has not done climbs to a manager, with the name of the desk. Joins the running transaction. */
@ApplicationScoped
class OverdueTasks {

    private final DeskTasks tasks;
    private final DeskTaskHandler desks;
    private final Timers timers;

    OverdueTasks(DeskTasks tasks, DeskTaskHandler desks, Timers timers) {
        this.tasks = tasks;
        this.desks = desks;
        this.timers = timers;
    }

    /** Lets every overdue task of these journeys climb once, and looks again when the next one is overdue. */
    void climb(Collection<UUID> journeyIds, ShopTerms shop, Instant now) {
        for (DeskTask task : tasks.openOf(journeyIds)) {
            task.climbsAt(shop.calendar(task.desk())).ifPresent(at -> {
                if (now.isBefore(at)) {
                    timers.reassessAt(task.journeyId(), at);
                } else {
                    tellManager(task, shop, now);
                }
            });
        }
    }

    private void tellManager(DeskTask task, ShopTerms shop, Instant now) {
        desks.open(
                task.journeyId(),
                Desk.MANAGEMENT,
                DeskTaskKind.ESCALATION,
                task.promiseId(),
                task.revision(),
                task.desk() + " has not done it in time. " + task.text(),
                shop.calendar(Desk.MANAGEMENT)
                        .plus(now, shop.kind(PromiseKind.NEXT_UPDATE).lead()));
    }
}
