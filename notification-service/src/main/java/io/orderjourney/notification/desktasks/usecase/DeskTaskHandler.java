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
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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

/** Opens and completes tasks, together with the facts that tell the desks. All but {@link #complete} join a transaction. */
@ApplicationScoped
public class DeskTaskHandler {

    /** Is told, in the same transaction, that a person told the customer a message on the phone. */
    public interface CallOutcomes {

        /** The caller holds the promises of the message's journey. */
        void delivered(UUID noticeId, String by, Instant at);
    }

    /** Inside this service, in the transaction: a desk is asked to do something by a certain time. */
    public record TaskOpened(UUID journeyId) {}

    private static final String ACTOR = "watch";

    private final DeskTasks tasks;
    private final Promises promises;
    private final CallOutcomes calls;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final Event<TaskOpened> taskOpened;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    DeskTaskHandler(
            DeskTasks tasks,
            Promises promises,
            CallOutcomes calls,
            JourneyLog log,
            BusinessClock clock,
            Event<TaskOpened> taskOpened) {
        this.tasks = tasks;
        this.promises = promises;
        this.calls = calls;
        this.log = log;
        this.clock = clock;
        this.taskOpened = taskOpened;
    }

    /**
     * Opens a task. The same task about the same revision of a promise is opened once.
     *
     * @param revision of the promise; 0 if the task is about none
     * @param text what to do, in words for staff
     * @param doBeforeAt until when it helps
     * @return the task; empty if it was opened before
     */
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

    /**
     * Opens a call that stands for a message: when it was made, the message is delivered.
     *
     * @param promiseId the promise whose date the message changes; absent if it changes none
     * @return the task; empty if it was opened before
     */
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
        if (promiseId != null) {
            tasks.about(List.of(promiseId)).stream()
                    .filter(opened::replaces)
                    .forEach(before -> close(before, ACTOR, "obsolete: another task takes its place"));
        }
        taskOpened.fire(new TaskOpened(journeyId));
        log.append(NewEvent.of(
                EventTypes.DESK_TASK_OPENED,
                journeyId,
                new DeskTaskOpened(opened.id(), desk, task, promiseId, text, doBeforeAt, opened.openedAt()),
                ACTOR));
        return Optional.of(opened.id());
    }

    /** Closes the open tasks that became obsolete, as these promises stand now. */
    public void closeObsolete(Collection<Promise> promises) {
        Map<UUID, Promise> byId = promises.stream().collect(Collectors.toMap(Promise::id, Function.identity()));
        for (DeskTask task : tasks.about(byId.keySet())) {
            Promise promise = byId.get(task.promiseId());
            if (promise != null && task.isObsolete(promise)) {
                close(task, ACTOR, promise.isOpen() ? "obsolete: it has a new date" : "obsolete: the promise ended");
            }
        }
    }

    /** Closes what nobody needs to do after the journey ended. */
    public void closeAfterEnd(UUID journeyId, Instant endedAt) {
        tasks.open(journeyId).stream()
                .filter(task -> task.isObsoleteAfterEnd(endedAt))
                .forEach(task -> close(task, ACTOR, "obsolete: the journey ended"));
    }

    /** Closes a task that became obsolete, if it is open. */
    public void closeObsolete(UUID taskId, String outcome) {
        tasks.findForChange(taskId).filter(DeskTask::isOpen).ifPresent(task -> close(task, ACTOR, outcome));
    }

    /** Closes the open calls of a journey whose message is obsolete. */
    public void closeCalls(UUID journeyId, Predicate<UUID> isObsolete, String outcome) {
        tasks.calls(journeyId).stream()
                .filter(call -> isObsolete.test(Objects.requireNonNull(call.noticeId())))
                .forEach(call -> close(call, ACTOR, outcome));
    }

    /**
     * A person did what was asked. A completed call that stands for a message has delivered what is still valid of it.
     *
     * @param mayDo whether this person belongs to the desk
     * @return the task as it is now; empty if there is none with this id
     * @throws DeskTask.AlreadyCompleted if somebody completed it before
     * @throws OtherDesk if it is another desk's task
     */
    @Transactional
    public Optional<DeskTask> complete(UUID id, Predicate<Desk> mayDo, String by, String outcome) {
        // The promises of a journey are its lock: the watch, which closes tasks, takes them first too.
        tasks.find(id).ifPresent(task -> promises.ofForChange(List.of(task.journeyId())));
        return tasks.findForChange(id).map(task -> {
            if (!mayDo.test(task.desk())) {
                throw new OtherDesk(task.desk());
            }
            DeskTask closed = close(task, by, outcome);
            closeClimbed(closed, by);
            if (closed.noticeId() != null) {
                calls.delivered(closed.noticeId(), by, clock.instant());
            }
            return closed;
        });
    }

    /** What only climbed because a task was not done needs nobody any more. */
    private void closeClimbed(DeskTask done, String by) {
        List<DeskTask> open = tasks.open(done.journeyId());
        for (DeskTask lead : open) {
            if (lead.climbedFrom(done)) {
                close(lead, ACTOR, "obsolete: done by " + by);
                open.stream()
                        .filter(manager -> manager.climbedFrom(lead))
                        .forEach(manager -> close(manager, ACTOR, "obsolete: done by " + by));
            }
        }
    }

    /** A desk completes its own tasks; management may complete everybody's. */
    public static final class OtherDesk extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherDesk(Desk desk) {
            super("This task belongs to the desk " + desk);
        }
    }

    private DeskTask close(DeskTask task, String by, String outcome) {
        DeskTask closed = task.completed(by, outcome, clock.instant());
        tasks.change(closed);
        log.append(NewEvent.of(
                EventTypes.DESK_TASK_DONE,
                closed.journeyId(),
                new DeskTaskDone(closed.id(), closed.desk(), by, outcome, clock.instant()),
                by));
        return closed;
    }
}
