/** Booking, rescheduling and confirming appointments, each in one transaction with its promise. */
@NullMarked
package io.orderjourney.credit.appointments.usecase;

import org.jspecify.annotations.NullMarked;
