package io.orderjourney.journeytests.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A day of one expert at one pickup point.
 *
 * @param comesAt when they really arrive; after the shift's end for somebody who does not come
 */
record Shift(String expert, String pickupPoint, LocalDate date, LocalTime from, LocalTime until, Instant comesAt) {}
