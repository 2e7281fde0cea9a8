package io.orderjourney.credit.appointments;

import java.time.Instant;
import java.util.UUID;

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

    public static Appointment booked(
            UUID id, UUID applicationId, UUID journeyId, UUID promiseId, String pickupPoint, Slot slot) {
        return new Appointment(
                id,
                applicationId,
                journeyId,
                promiseId,
                pickupPoint,
                slot.expertId(),
                slot.startsAt(),
                slot.endsAt(),
                0);
    }

    /** The same appointment at another time or with another expert. */
    public Appointment movedTo(Slot slot) {
        return new Appointment(
                id,
                applicationId,
                journeyId,
                promiseId,
                pickupPoint,
                slot.expertId(),
                slot.startsAt(),
                slot.endsAt(),
                revision + 1);
    }

    public Slot slot() {
        return new Slot(expertId, startsAt, endsAt);
    }
}
