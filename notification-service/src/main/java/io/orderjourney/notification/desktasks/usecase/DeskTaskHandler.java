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
import io.orderjourney.notification.desktasks.NewTask;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Inside this service, in the transaction: desks are asked to do something that climbs if nobody does it in time. */
    public record TasksOpened(Set<UUID> journeyIds) {}

    private static final String ACTOR = "watch";

    private final DeskTasks tasks;
    private final Promises promises;
    private final CallOutcomes calls;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final Event<TasksOpened> tasksOpened;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    DeskTaskHandler(
            DeskTasks tasks,
            Promises promises,
            CallOutcomes calls,
            JourneyLog log,
            BusinessClock clock,
            Event<TasksOpened> tasksOpened) {
        this.tasks = tasks;
        this.promises = promises;
        this.calls = calls;
        this.log = log;
        this.clock = clock;
        this.tasksOpened = tasksOpened;
    }

    /** As {@link #open(Collection)} for a task that stands for no message. @return its id; empty if it was opened before */
    public Optional<UUID> open(
            UUID journeyId,
            Desk desk,
            DeskTaskKind task,
            @Nullable UUID promiseId,
            int revision,
            String text,
            Instant doBeforeAt) {
        return open(new NewTask(journeyId, desk, task, promiseId, revision, null, text, doBeforeAt));
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
        return open(new NewTask(
                journeyId, desk, DeskTaskKind.CALL_CUSTOMER, promiseId, revision, noticeId, text, doBeforeAt));
    }

    private Optional<UUID> open(NewTask task) {
        return open(List.of(task)).stream().map(DeskTask::id).findFirst();
    }

    /** Opens tasks; of two for the same row of a desk the later one takes the place of the other. @return those that are new */
    public List<DeskTask> open(Collection<NewTask> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<DeskTask> asked =
                wanted.stream().map(task -> task.opened(ids.generate(), now)).toList();
        Set<UUID> added = tasks.add(asked);
        List<DeskTask> opened =
                asked.stream().filter(task -> added.contains(task.id())).toList();
        List<Closing> replaced = replacedBy(opened);
        close(replaced.stream()
                .filter(closing -> !added.contains(closing.task().id()))
                .toList());
        log.append(opened.stream().map(DeskTaskHandler::opened).toList());
        close(replaced.stream()
                .filter(closing -> added.contains(closing.task().id()))
                .toList());
        Set<UUID> climbing = opened.stream()
                .filter(DeskTask::climbs)
                .map(DeskTask::journeyId)
                .collect(Collectors.toSet());
        if (!climbing.isEmpty()) {
            tasksOpened.fire(new TasksOpened(climbing));
        }
        return opened;
    }

    private static NewEvent<?> opened(DeskTask task) {
        return NewEvent.of(
                EventTypes.DESK_TASK_OPENED,
                task.journeyId(),
                new DeskTaskOpened(
                        task.id(),
                        task.desk(),
                        task.task(),
                        task.promiseId(),
                        task.text(),
                        task.doBeforeAt(),
                        task.openedAt()),
                ACTOR);
    }

    private List<Closing> replacedBy(List<DeskTask> opened) {
        Map<UUID, List<DeskTask>> byPromise = opened.stream()
                .filter(task -> task.promiseId() != null)
                .collect(Collectors.groupingBy(task -> Objects.requireNonNull(task.promiseId())));
        if (byPromise.isEmpty()) {
            return List.of();
        }
        Map<UUID, Integer> places = new HashMap<>();
        opened.forEach(task -> places.put(task.id(), places.size()));
        return tasks.about(byPromise.keySet()).stream()
                .filter(before -> byPromise.getOrDefault(before.promiseId(), List.of()).stream()
                        .anyMatch(after -> after.replaces(before) && place(after, places) > place(before, places)))
                .map(before -> new Closing(before, ACTOR, "obsolete: another task takes its place"))
                .toList();
    }

    /** What was there before comes first. */
    private static int place(DeskTask task, Map<UUID, Integer> places) {
        return places.getOrDefault(task.id(), -1);
    }

    /** Closes the open tasks that became obsolete, as these promises stand now. */
    public void closeObsolete(Collection<Promise> promises) {
        Map<UUID, Promise> byId = promises.stream().collect(Collectors.toMap(Promise::id, Function.identity()));
        List<Closing> obsolete = new ArrayList<>();
        for (DeskTask task : tasks.about(byId.keySet())) {
            Promise promise = byId.get(task.promiseId());
            if (promise != null && task.isObsolete(promise)) {
                String why = promise.isOpen() ? "obsolete: it has a new date" : "obsolete: the promise ended";
                obsolete.add(new Closing(task, ACTOR, why));
            }
        }
        closeWithClimbed(obsolete);
    }

    /** Closes what nobody needs to do after these journeys ended, each when. */
    public void closeAfterEnd(Map<UUID, Instant> endedAt) {
        if (!endedAt.isEmpty()) {
            closeWithClimbed(tasks.open(endedAt.keySet()).stream()
                    .filter(task -> task.isObsoleteAfterEnd(Objects.requireNonNull(endedAt.get(task.journeyId()))))
                    .map(task -> new Closing(task, ACTOR, "obsolete: the journey ended"))
                    .toList());
        }
    }

    /** Closes what is open of paying a customer back. */
    void closeRefunds(UUID journeyId, String outcome) {
        closeWithClimbed(tasks.open(Set.of(journeyId)).stream()
                .filter(task -> task.task() == DeskTaskKind.REFUND)
                .map(task -> new Closing(task, ACTOR, outcome))
                .toList());
    }

    /** Closes a task that became obsolete, if it is open. */
    public void closeObsolete(UUID taskId, String outcome) {
        tasks.findForChange(taskId)
                .filter(DeskTask::isOpen)
                .ifPresent(task -> closeWithClimbed(List.of(new Closing(task, ACTOR, outcome))));
    }

    /** Closes the open calls of these journeys whose message is obsolete. */
    public void closeCalls(Collection<UUID> journeyIds, Predicate<UUID> isObsolete, String outcome) {
        if (journeyIds.isEmpty()) {
            return;
        }
        closeWithClimbed(tasks.calls(journeyIds).stream()
                .filter(call -> isObsolete.test(Objects.requireNonNull(call.noticeId())))
                .map(call -> new Closing(call, ACTOR, outcome))
                .toList());
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
            DeskTask closed =
                    closeWithClimbed(List.of(new Closing(task, by, outcome))).get(0);
            if (closed.noticeId() != null) {
                calls.delivered(closed.noticeId(), by, clock.instant());
            }
            return closed;
        });
    }

    /** Closes tasks, and with them what only climbed because they were not done. @return the tasks themselves */
    private List<DeskTask> closeWithClimbed(List<Closing> closings) {
        List<DeskTask> closed = close(closings);
        List<DeskTask> causes = closed.stream().filter(DeskTask::climbs).toList();
        if (causes.isEmpty()) {
            return closed;
        }
        Set<UUID> journeyIds = causes.stream().map(DeskTask::journeyId).collect(Collectors.toSet());
        close(tasks.open(journeyIds).stream()
                .filter(task -> causes.stream()
                        .anyMatch(cause -> cause.journeyId().equals(task.journeyId()) && task.climbedFrom(cause)))
                .map(task -> new Closing(task, ACTOR, "obsolete: nothing is left of what was not done"))
                .toList());
        return closed;
    }

    /** A desk completes its own tasks; management may complete everybody's. */
    public static final class OtherDesk extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherDesk(Desk desk) {
            super("This task belongs to the desk " + desk);
        }
    }

    private record Closing(DeskTask task, String by, String outcome) {}

    private List<DeskTask> close(List<Closing> closings) {
        Instant now = clock.instant();
        List<DeskTask> closed = new ArrayList<>();
        List<NewEvent<?>> facts = new ArrayList<>();
        for (Closing closing : closings) {
            DeskTask task = closing.task().completed(closing.by(), closing.outcome(), now);
            closed.add(task);
            facts.add(NewEvent.of(
                    EventTypes.DESK_TASK_DONE,
                    task.journeyId(),
                    new DeskTaskDone(task.id(), task.desk(), closing.by(), closing.outcome(), now),
                    closing.by()));
        }
        tasks.change(closed);
        log.append(facts);
        return closed;
    }
}
