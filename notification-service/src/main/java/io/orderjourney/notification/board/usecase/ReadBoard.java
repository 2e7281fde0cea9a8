package io.orderjourney.notification.board.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.board.HandsGap;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.usecase.ReadLedger;
import io.orderjourney.notification.ledger.usecase.ReadLedger.LedgerEntry;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands on the manager's board now. It looks at what is due next, so it costs the same however much is open. */
@ApplicationScoped
public class ReadBoard {

    /** So many promises and tasks of each desk are looked at, the most urgent first. */
    public static final int LOOKED_AT = 100;

    private final ReadLedger ledger;
    private final DeskTasks tasks;
    private final Journeys journeys;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ReadBoard(
            ReadLedger ledger,
            DeskTasks tasks,
            Journeys journeys,
            Promises promises,
            CurrentTerms terms,
            BusinessClock clock) {
        this.ledger = ledger;
        this.tasks = tasks;
        this.journeys = journeys;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * How one desk stands.
     *
     * @param open how many of its promises were looked at
     * @param more whether it has more than that
     * @param tasks what it is asked to do
     * @param overdue how many of its tasks are overdue
     * @param tooMuch how many of the things that are due today it cannot do until it closes
     */
    public record DeskNow(
            Desk desk, long open, boolean more, Map<Outlook, Long> outlooks, long tasks, long overdue, long tooMuch) {

        public long late() {
            return outlooks.getOrDefault(Outlook.MISSED, 0L);
        }

        public long atRisk() {
            return outlooks.getOrDefault(Outlook.AT_RISK, 0L);
        }

        public long waiting() {
            return outlooks.getOrDefault(Outlook.WAITING, 0L);
        }

        public boolean moreTasks() {
            return tasks == LOOKED_AT;
        }
    }

    /** @param orderNumber absent while the order is not known here yet */
    public record TaskOfOrder(DeskTask task, @Nullable String orderNumber) {}

    /** How every desk stands. */
    @Transactional
    public List<DeskNow> now() {
        return Arrays.stream(Desk.values()).map(this::now).toList();
    }

    private DeskNow now(Desk desk) {
        ReadLedger.Found found = ledger.open(desk, null, null, LOOKED_AT);
        Map<Outlook, Long> outlooks =
                found.entries().stream().collect(Collectors.groupingBy(LedgerEntry::outlook, Collectors.counting()));
        List<DeskTask> asked = tasks.queue(desk, null, null, null, LOOKED_AT);
        return new DeskNow(
                desk,
                found.entries().size(),
                found.goesOnAfter() != null,
                outlooks,
                asked.size(),
                asked.stream().filter(task -> isOverdue(task, clock.instant())).count(),
                tooMuch(desk));
    }

    /** Desks whose work of today does not fit, and who could help. */
    @Transactional
    public List<HandsGap> gaps() {
        ShopTerms shop = terms.get();
        return HandsGap.of(
                Arrays.stream(Desk.values())
                        .map(desk ->
                                new HandsGap.Today(desk, promises.load(desk), shop.calendar(desk), shop.desk(desk)))
                        .toList(),
                clock.instant());
    }

    private long tooMuch(Desk desk) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        BusinessCalendar hours = shop.calendar(desk);
        return promises.load(desk).tooMuchUntil(hours.closingAt(now), now, hours, shop.desk(desk));
    }

    /** What waits for a decision of a manager, the most urgent first. */
    @Transactional
    public List<TaskOfOrder> decisions() {
        return ofOrders(tasks.queue(Desk.MANAGEMENT, null, null, null, LOOKED_AT));
    }

    /** What other desks should have done by now, the oldest first. */
    @Transactional
    public List<TaskOfOrder> overdue() {
        Instant now = clock.instant();
        return ofOrders(Arrays.stream(Desk.values())
                .filter(desk -> desk != Desk.MANAGEMENT)
                .flatMap(desk -> tasks.queue(desk, null, null, null, LOOKED_AT).stream())
                .filter(task -> isOverdue(task, now))
                .sorted(Comparator.comparing(DeskTask::doBeforeAt))
                .limit(LOOKED_AT)
                .toList());
    }

    private static boolean isOverdue(DeskTask task, Instant now) {
        return task.doBeforeAt().isBefore(now);
    }

    private List<TaskOfOrder> ofOrders(List<DeskTask> found) {
        Map<UUID, Journey> known =
                journeys.find(found.stream().map(DeskTask::journeyId).collect(Collectors.toSet()));
        return found.stream()
                .map(task -> {
                    Journey journey = known.get(task.journeyId());
                    return new TaskOfOrder(task, journey == null ? null : journey.orderNumber());
                })
                .toList();
    }
}
