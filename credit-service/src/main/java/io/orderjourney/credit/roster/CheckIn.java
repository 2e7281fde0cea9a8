package io.orderjourney.credit.roster;

import java.time.Instant;
import java.time.LocalDate;

/** An expert was seen at a pickup point. It is good for that day, unless an absence follows. */
public record CheckIn(String expertId, LocalDate date, String pickupPoint, Instant checkedInAt) {}
