package io.orderjourney.credit.roster.usecase;

import io.orderjourney.credit.roster.CheckIn;
import io.orderjourney.credit.roster.ExpertCame;
import io.orderjourney.credit.roster.NotOnRoster;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.credit.roster.Shift;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;

/** An expert was seen at his pickup point: his appointments of today are safe. */
@ApplicationScoped
public class CheckInHandler {

    private final RosterEntries entries;
    private final Event<ExpertCame> came;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    CheckInHandler(RosterEntries entries, Event<ExpertCame> came, CurrentTerms terms, BusinessClock clock) {
        this.entries = entries;
        this.came = came;
        this.terms = terms;
        this.clock = clock;
    }

    /** @throws NotOnRoster if today's roster does not have the expert at this pickup point */
    @Transactional
    public CheckIn handle(String expertId, String pickupPoint, String actor) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(terms.get().zone()).toLocalDate();
        entries.hold(pickupPoint);
        boolean onRoster = entries.shift(expertId, today)
                .map(Shift::pickupPoint)
                .filter(pickupPoint::equals)
                .isPresent();
        if (!onRoster) {
            throw new NotOnRoster("This expert has no shift at this pickup point today");
        }
        entries.endAbsences(expertId, now);
        CheckIn checkIn = new CheckIn(expertId, today, pickupPoint, now);
        entries.put(checkIn);
        came.fire(new ExpertCame(expertId, pickupPoint, now, actor));
        return checkIn;
    }
}
