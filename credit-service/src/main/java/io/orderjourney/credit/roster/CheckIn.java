package io.orderjourney.credit.roster;

import java.time.Instant;
import java.time.LocalDate;

/** An expert was seen at a pickup point. It is good for that day, unless an absence follows. */
public record CheckIn(String expertId, LocalDate date, String pickupPoint, Instant checkedInAt) {

    /** Inside this service, in the same transaction: an expert checked in. */
    public record Recorded(CheckIn checkIn, String actor) {}

    /** Today's roster does not have the expert at this pickup point. */
    public static final class NotOnRoster extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotOnRoster() {
            super("This expert has no shift at this pickup point today");
        }
    }
}
