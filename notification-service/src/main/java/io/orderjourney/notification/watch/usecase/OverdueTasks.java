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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What a desk was asked to do and has not done climbs to its lead, and then to a manager. Joins the running transaction. */
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
                    climb(task, shop, now);
                }
            });
        }
    }

    private void climb(DeskTask task, ShopTerms shop, Instant now) {
        boolean wasLeads = task.task() == DeskTaskKind.ESCALATION;
        Desk desk = wasLeads ? Desk.MANAGEMENT : task.desk();
        Duration time = wasLeads ? shop.kind(PromiseKind.NEXT_UPDATE).lead() : DeskTask.GRACE;
        desks.open(
                task.journeyId(),
                desk,
                DeskTaskKind.ESCALATION,
                task.promiseId(),
                task.revision(),
                (wasLeads ? "Manager of " : "Lead of ") + task.desk() + DeskTask.CLIMBED + task.text(),
                shop.calendar(desk).plus(now, time));
    }
}
