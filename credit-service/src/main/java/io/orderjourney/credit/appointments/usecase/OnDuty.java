package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Slot;
import io.orderjourney.credit.appointments.SlotPolicy;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who can sign when: the roster of a pickup point with what is booked on it, as known in the running transaction. */
@ApplicationScoped
class OnDuty {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final RosterEntries entries;
    private final Appointments appointments;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    OnDuty(RosterEntries entries, Appointments appointments, CurrentTerms terms, BusinessClock clock) {
        this.entries = entries;
        this.appointments = appointments;
        this.terms = terms;
        this.clock = clock;
    }

    /** What is known of a pickup point from now until the horizon after {@code from}. */
    Attendance attendance(String pickupPoint, Instant from) {
        Instant now = clock.instant();
        Instant latest = from.isAfter(now) ? from : now;
        return entries.attendance(
                pickupPoint, now.minus(A_DAY), latest.plus(SlotPolicy.HORIZON).plus(A_DAY));
    }

    /**
     * The slots of experts who can be counted on.
     *
     * @param except an appointment that does not stand in its own way
     */
    SlotPolicy slots(Attendance attendance, @Nullable Appointment except) {
        return policy(attendance.dependable(clock.instant()), except);
    }

    /** The same, without the expert of this appointment until it would be over: they did not come. */
    SlotPolicy slotsOfOthers(Attendance attendance, Appointment missed) {
        Instant now = clock.instant();
        Roster dependable = attendance.dependable(now);
        Roster others =
                missed.endsAt().isAfter(now) ? dependable.without(missed.expertId(), now, missed.endsAt()) : dependable;
        return policy(others, missed);
    }

    /** Whether the roster, as it was planned, still has this appointment's expert for it. */
    boolean isPlanned(Attendance attendance, Appointment appointment) {
        Slot slot = appointment.slot();
        return attendance.planned().covers(slot.expertId(), slot.startsAt(), slot.endsAt());
    }

    private SlotPolicy policy(Roster roster, @Nullable Appointment except) {
        Set<String> experts = roster.shifts().stream().map(Roster.Shift::person).collect(Collectors.toSet());
        Roster booked = roster;
        // At any pickup point: an expert who is sent elsewhere still has the appointments of the place before.
        for (Appointment other : appointments.of(experts, clock.instant())) {
            if (except == null || !other.id().equals(except.id())) {
                booked = booked.booked(other.expertId(), other.startsAt(), other.endsAt());
            }
        }
        return new SlotPolicy(booked, terms.get().calendar(Desk.CREDIT));
    }
}
