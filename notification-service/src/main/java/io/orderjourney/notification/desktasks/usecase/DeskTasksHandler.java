package io.orderjourney.notification.desktasks.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.notices.DeskTaskDone;
import io.orderjourney.contracts.notices.DeskTaskOpened;
import io.orderjourney.messaging.JourneyLog;
import io.orderjourney.messaging.NewEvent;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.desktasks.OpenTasks;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens and closes tasks together with the facts that tell the desks. */
@ApplicationScoped
public class DeskTasksHandler implements DeskTasks {

    private static final String ACTOR = "watch";

    private final OpenTasks tasks;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    DeskTasksHandler(OpenTasks tasks, JourneyLog log, BusinessClock clock) {
        this.tasks = tasks;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void open(
            UUID journeyId,
            Desk desk,
            DeskTaskKind task,
            @Nullable UUID promiseId,
            int revision,
            String text,
            Instant doBeforeAt) {
        DeskTask opened = new DeskTask(
                ids.generate(),
                journeyId,
                desk,
                task,
                promiseId,
                revision,
                text,
                doBeforeAt,
                clock.instant(),
                null,
                null,
                null);
        if (tasks.add(opened)) {
            log.append(NewEvent.of(
                    EventTypes.DESK_TASK_OPENED,
                    journeyId,
                    new DeskTaskOpened(opened.id(), desk, task, promiseId, text, doBeforeAt, opened.openedAt()),
                    ACTOR));
        }
    }

    @Override
    public void closeAbout(UUID promiseId, String outcome) {
        tasks.about(promiseId).forEach(task -> close(task, ACTOR, outcome));
    }

    /**
     * A person did what was asked.
     *
     * @return the task as it is now; empty if there is none with this id
     * @throws DeskTask.TaskDone if somebody did it before
     */
    @Transactional
    public Optional<DeskTask> done(UUID id, String by, String outcome) {
        return tasks.findForChange(id).map(task -> close(task, by, outcome));
    }

    private DeskTask close(DeskTask task, String by, String outcome) {
        DeskTask closed = task.done(by, outcome, clock.instant());
        tasks.change(closed);
        log.append(NewEvent.of(
                EventTypes.DESK_TASK_DONE,
                closed.journeyId(),
                new DeskTaskDone(closed.id(), closed.desk(), by, outcome, clock.instant()),
                by));
        return closed;
    }
}
