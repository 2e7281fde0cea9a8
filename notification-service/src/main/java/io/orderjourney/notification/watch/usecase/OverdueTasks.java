package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.desktasks.NewTask;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.watch.NewTimer;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.promises.ShopTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        List<NewTimer> later = new ArrayList<>();
        List<NewTask> climbed = new ArrayList<>();
        for (DeskTask task : tasks.openOf(journeyIds)) {
            task.climbsAt(shop.calendar(task.desk())).ifPresent(at -> {
                if (now.isBefore(at)) {
                    later.add(NewTimer.reassess(task.journeyId(), at));
                } else {
                    climbed.add(climbed(task, shop, now));
                }
            });
        }
        timers.add(later);
        desks.open(climbed);
    }

    private static NewTask climbed(DeskTask task, ShopTerms shop, Instant now) {
        boolean wasLeads = task.task() == DeskTaskKind.ESCALATION;
        Desk desk = wasLeads ? Desk.MANAGEMENT : task.desk();
        Duration time = wasLeads ? shop.kind(PromiseKind.NEXT_UPDATE).lead() : DeskTask.GRACE;
        return new NewTask(
                task.journeyId(),
                desk,
                DeskTaskKind.ESCALATION,
                task.promiseId(),
                task.revision(),
                null,
                (wasLeads ? "Manager of " : "Lead of ") + task.desk() + DeskTask.CLIMBED + task.text(),
                shop.calendar(desk).plus(now, time));
    }
}
