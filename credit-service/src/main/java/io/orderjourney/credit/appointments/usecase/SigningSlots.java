package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Slot;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.promises.AvailableSlots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers "when could the customer sign?" from the roster. */
@ApplicationScoped
class SigningSlots implements AvailableSlots {

    private final Applications applications;
    private final Appointments appointments;
    private final RosterEntries roster;
    private final OnDuty duty;

    SigningSlots(Applications applications, Appointments appointments, RosterEntries roster, OnDuty duty) {
        this.applications = applications;
        this.appointments = appointments;
        this.roster = roster;
        this.duty = duty;
    }

    @Override
    public PromiseKind kind() {
        return PromiseKind.SIGNING_APPOINTMENT;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID journeyId) {
        applications.ofJourney(journeyId).map(Application::pickupPoint).ifPresent(roster::lock);
    }

    @Override
    @Transactional
    public List<Window> next(UUID journeyId, Instant from, int atMost) {
        Optional<Application> found =
                applications.ofJourney(journeyId).filter(application -> application.state() != ApplicationState.CLOSED);
        if (found.isEmpty()) {
            return List.of();
        }
        String pickupPoint = found.get().pickupPoint();
        return duty
                .slots(
                        duty.attendance(pickupPoint, from),
                        appointments.ofJourney(journeyId).orElse(null))
                .next(from, atMost)
                .stream()
                .map(SigningSlots::window)
                .toList();
    }

    private static Window window(Slot slot) {
        return new Window(slot.startsAt(), slot.endsAt());
    }
}
