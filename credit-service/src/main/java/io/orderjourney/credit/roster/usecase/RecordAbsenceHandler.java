package io.orderjourney.credit.roster.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.roster.Absence;
import io.orderjourney.credit.roster.RosterChanged;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.credit.roster.Shift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An expert is or will be absent: the appointments in that time are reassessed at once. */
@ApplicationScoped
public class RecordAbsenceHandler {

    private final RosterEntries entries;
    private final Event<RosterChanged> changed;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    RecordAbsenceHandler(RosterEntries entries, Event<RosterChanged> changed) {
        this.entries = entries;
        this.changed = changed;
    }

    @Transactional
    public Absence handle(String expertId, Instant from, Instant until, String reason, String actor) {
        TreeSet<String> touched = entries.shiftsOf(expertId, from, until).stream()
                .map(Shift::pickupPoint)
                .collect(Collectors.toCollection(TreeSet::new));
        touched.forEach(entries::lock);
        Absence absence = new Absence(ids.generate(), expertId, from, until, reason);
        entries.add(absence);
        touched.forEach(
                pickupPoint -> changed.fire(new RosterChanged(pickupPoint, expertId, ReasonCode.EXPERT_ABSENT, actor)));
        return absence;
    }
}
