package io.orderjourney.credit.appointments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The appointments that customers and experts still have to keep. Booking needs the lock on the pickup point's roster. */
public interface Appointments {

    Optional<Appointment> ofJourney(UUID journeyId);

    Optional<Appointment> ofPromise(UUID promiseId);

    /** All of a pickup point that end after this time, by their beginning. */
    List<Appointment> at(String pickupPoint, Instant endingAfter);

    /** All of these experts, at any pickup point, that end after this time, by their beginning. */
    List<Appointment> of(Collection<String> expertIds, Instant endingAfter);

    void add(Appointment appointment);

    void change(Appointment appointment);

    /** It is over. */
    void close(Appointment appointment, Outcome outcome, Instant at);

    /** How it ended. */
    enum Outcome {
        /** The agreement was signed. */
        SIGNED,
        /** No expert could be found, or no signature is needed any more. */
        WITHDRAWN
    }
}
