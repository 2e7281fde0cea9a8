package io.orderjourney.notification.desktasks.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.notices.DeskTaskDone;
import io.orderjourney.contracts.notices.DeskTaskOpened;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.notification.desktasks.CallsMade;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.desktasks.OpenTasks;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens and closes tasks together with the facts that tell the desks. */
@ApplicationScoped
public class DeskTasksHandler implements DeskTasks {

    private static final String ACTOR = "watch";

    private final OpenTasks tasks;
    private final Promises promises;
    private final CallsMade calls;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    DeskTasksHandler(OpenTasks tasks, Promises promises, CallsMade calls, JourneyLog log, BusinessClock clock) {
        this.tasks = tasks;
        this.promises = promises;
        this.calls = calls;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Optional<UUID> open(
            UUID journeyId,
            Desk desk,
            DeskTaskKind task,
            @Nullable UUID promiseId,
            int revision,
            String text,
            Instant doBeforeAt) {
        return open(journeyId, desk, task, promiseId, revision, null, text, doBeforeAt);
    }

    @Override
    public Optional<UUID> openCall(
            UUID journeyId,
            Desk desk,
            @Nullable UUID promiseId,
            int revision,
            UUID noticeId,
            String text,
            Instant doBeforeAt) {
        return open(journeyId, desk, DeskTaskKind.CALL_CUSTOMER, promiseId, revision, noticeId, text, doBeforeAt);
    }

    private Optional<UUID> open(
            UUID journeyId,
            Desk desk,
            DeskTaskKind task,
            @Nullable UUID promiseId,
            int revision,
            @Nullable UUID noticeId,
            String text,
            Instant doBeforeAt) {
        DeskTask opened = new DeskTask(
                ids.generate(),
                journeyId,
                desk,
                task,
                promiseId,
                revision,
                noticeId,
                text,
                doBeforeAt,
                clock.instant(),
                null,
                null,
                null);
        if (!tasks.add(opened)) {
            return Optional.empty();
        }
        log.append(NewEvent.of(
                EventTypes.DESK_TASK_OPENED,
                journeyId,
                new DeskTaskOpened(opened.id(), desk, task, promiseId, text, doBeforeAt, opened.openedAt()),
                ACTOR));
        return Optional.of(opened.id());
    }

    @Override
    public void closeNeedless(Collection<Promise> promises) {
        Map<UUID, Promise> byId = promises.stream().collect(Collectors.toMap(Promise::id, Function.identity()));
        for (DeskTask task : tasks.about(byId.keySet())) {
            Promise promise = byId.get(task.promiseId());
            if (promise != null && task.isNeedless(promise)) {
                close(task, ACTOR, promise.isOpen() ? "needless: it has a new date" : "needless: the promise ended");
            }
        }
    }

    @Override
    public void closeNeedless(UUID taskId, String outcome) {
        tasks.findForChange(taskId).filter(DeskTask::isOpen).ifPresent(task -> close(task, ACTOR, outcome));
    }

    @Override
    public void closeCalls(UUID journeyId, Predicate<UUID> isNeedless, String outcome) {
        tasks.calls(journeyId).stream()
                .filter(call -> isNeedless.test(Objects.requireNonNull(call.noticeId())))
                .forEach(call -> close(call, ACTOR, outcome));
    }

    /**
     * A person did what was asked. Who made a call that stands for a message told the customer what is true of it.
     *
     * @param mayDo whether this person belongs to the desk
     * @return the task as it is now; empty if there is none with this id
     * @throws DeskTask.TaskDone if somebody did it before
     * @throws OtherDesk if it is another desk's task
     */
    @Transactional
    public Optional<DeskTask> done(UUID id, Predicate<Desk> mayDo, String by, String outcome) {
        // The promises of a journey are its lock: the watch, which closes tasks, takes them first too.
        tasks.find(id).ifPresent(task -> promises.ofForChange(List.of(task.journeyId())));
        return tasks.findForChange(id).map(task -> {
            if (!mayDo.test(task.desk())) {
                throw new OtherDesk(task.desk());
            }
            DeskTask closed = close(task, by, outcome);
            if (closed.noticeId() != null) {
                calls.told(closed.noticeId(), by, clock.instant());
            }
            return closed;
        });
    }

    /** A desk does its own tasks; management may do everybody's. */
    public static final class OtherDesk extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherDesk(Desk desk) {
            super("This task belongs to the desk " + desk);
        }
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
