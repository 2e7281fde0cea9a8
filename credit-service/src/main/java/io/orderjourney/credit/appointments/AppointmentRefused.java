package io.orderjourney.credit.appointments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The wished time cannot be agreed; the next one that can is named, if there is any. */
public final class AppointmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Instant nextPossibleAt;

    public AppointmentRefused(String why, @Nullable Instant nextPossibleAt) {
        super("No signature can be agreed for that time: " + why);
        this.nextPossibleAt = nextPossibleAt;
    }

    public @Nullable Instant nextPossibleAt() {
        return nextPossibleAt;
    }
}
