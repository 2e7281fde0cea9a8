package io.orderjourney.credit.appointments;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time at which one credit expert waits for one customer. The customer was promised the time, not the person.
 *
 * @param promiseId the promise that tells the customer of it; its window is this appointment's time
 * @param revision how often the time or the expert changed
 */
public record Appointment(
        UUID id,
        UUID applicationId,
        UUID journeyId,
        UUID promiseId,
        String pickupPoint,
        String expertId,
        Instant startsAt,
        Instant endsAt,
        int revision) {

    /** The first appointment of an application. */
    public static Decision<Appointment> booked(
            UUID id, UUID applicationId, UUID journeyId, UUID promiseId, String pickupPoint, Slot slot) {
        Appointment booked = new Appointment(
                id,
                applicationId,
                journeyId,
                promiseId,
                pickupPoint,
                slot.expertId(),
                slot.startsAt(),
                slot.endsAt(),
                0);
        return booked.decided(null);
    }

    /** The same appointment at another time or with another expert. */
    public Decision<Appointment> changedTo(Slot slot, ReasonCode reason) {
        Appointment changed = new Appointment(
                id,
                applicationId,
                journeyId,
                promiseId,
                pickupPoint,
                slot.expertId(),
                slot.startsAt(),
                slot.endsAt(),
                revision + 1);
        return changed.decided(reason);
    }

    private Decision<Appointment> decided(@Nullable ReasonCode reason) {
        return Decision.of(
                this,
                new Fact<>(
                        EventTypes.SIGNING_APPOINTMENT_BOOKED,
                        new SigningAppointmentBooked(applicationId, pickupPoint, expertId, startsAt, endsAt, reason)));
    }

    public Slot slot() {
        return new Slot(expertId, startsAt, endsAt);
    }

    /** The expert is not at the pickup point, so no agreement can be signed with them. */
    public static final class ExpertNotOnDuty extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public ExpertNotOnDuty() {
            super("This expert is not on today's roster of the pickup point, or has not checked in");
        }
    }

    /** The requested time is not possible; the next possible one is named, if there is any. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final @Nullable Instant nextPossibleAt;

        public Refused(String why, @Nullable Instant nextPossibleAt) {
            super("No signature can be agreed for that time: " + why);
            this.nextPossibleAt = nextPossibleAt;
        }

        public @Nullable Instant nextPossibleAt() {
            return nextPossibleAt;
        }
    }
}
