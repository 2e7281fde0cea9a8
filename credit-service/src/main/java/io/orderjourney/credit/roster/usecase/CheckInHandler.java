package io.orderjourney.credit.roster.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.roster.Absence;
import io.orderjourney.credit.roster.CheckIn;
import io.orderjourney.credit.roster.RosterChanged;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.credit.roster.Shift;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An expert checks in at their pickup point: their appointments of today are confirmed. If they had been absent, or late, there
 * is more time to offer, also on the later days of that absence.
 */
@ApplicationScoped
public class CheckInHandler {

    private final RosterEntries entries;
    private final Event<CheckIn.Recorded> recorded;
    private final Event<RosterChanged> changed;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    CheckInHandler(
            RosterEntries entries,
            Event<CheckIn.Recorded> recorded,
            Event<RosterChanged> changed,
            CurrentTerms terms,
            BusinessClock clock) {
        this.entries = entries;
        this.recorded = recorded;
        this.changed = changed;
        this.terms = terms;
        this.clock = clock;
    }

    /** @throws CheckIn.NotOnRoster if today's roster does not have the expert at this pickup point */
    @Transactional
    public CheckIn handle(String expertId, String pickupPoint, String actor) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(terms.get().zone()).toLocalDate();
        TreeSet<String> touched = touched(expertId, now);
        touched.add(pickupPoint);
        touched.forEach(entries::lock);
        boolean onRoster = entries.shift(expertId, today)
                .map(Shift::pickupPoint)
                .filter(pickupPoint::equals)
                .isPresent();
        if (!onRoster) {
            throw new CheckIn.NotOnRoster();
        }
        entries.endAbsences(expertId, now);
        CheckIn checkIn = new CheckIn(expertId, today, pickupPoint, now);
        entries.put(checkIn);
        recorded.fire(new CheckIn.Recorded(checkIn, actor));
        touched.forEach(place -> changed.fire(new RosterChanged(place, expertId, ReasonCode.ROSTER, actor)));
        return checkIn;
    }

    /** Where the expert is on the roster for as long as the absence that ends now would have lasted. */
    private TreeSet<String> touched(String expertId, Instant now) {
        return entries.absences(List.of(expertId), now, now.plusMillis(1)).stream()
                .map(Absence::until)
                .max(Instant::compareTo)
                .map(until -> entries.shiftsOf(expertId, now, until))
                .orElse(List.of())
                .stream()
                .map(Shift::pickupPoint)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
