package io.orderjourney.contracts.state;

import java.time.LocalTime;

/** The customer's night, local to the customer's zone; {@code from} is usually later in the day than {@code until}. */
public record QuietHoursPolicy(LocalTime from, LocalTime until) {}
