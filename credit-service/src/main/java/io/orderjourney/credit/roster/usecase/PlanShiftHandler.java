package io.orderjourney.credit.roster.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.roster.RosterChanged;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.credit.roster.Shift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;

/** An expert's shift on a day is planned, changed or deleted; the appointments in it are reassessed at once. */
@ApplicationScoped
public class PlanShiftHandler {

    private final RosterEntries entries;
    private final Event<RosterChanged> changed;

    PlanShiftHandler(RosterEntries entries, Event<RosterChanged> changed) {
        this.entries = entries;
        this.changed = changed;
    }

    /** The shift takes the place of the expert's shift on that day, at whatever pickup point it was. */
    @Transactional
    public Shift plan(Shift shift, String actor) {
        TreeSet<String> touched = new TreeSet<>();
        touched.add(shift.pickupPoint());
        entries.shift(shift.expertId(), shift.date()).map(Shift::pickupPoint).ifPresent(touched::add);
        touched.forEach(entries::lock);
        entries.put(shift);
        touched.forEach(pickupPoint ->
                changed.fire(new RosterChanged(pickupPoint, shift.expertId(), ReasonCode.ROSTER, actor)));
        return shift;
    }

    /** @return false if there was no such shift */
    @Transactional
    public boolean remove(String expertId, LocalDate date, String actor) {
        Optional<Shift> shift = entries.shift(expertId, date);
        if (shift.isEmpty()) {
            return false;
        }
        String pickupPoint = shift.get().pickupPoint();
        entries.lock(pickupPoint);
        entries.remove(shift.get());
        changed.fire(new RosterChanged(pickupPoint, expertId, ReasonCode.EXPERT_ABSENT, actor));
        return true;
    }
}
