/** Appointments and signatures. */
@NullMarked
package io.orderjourney.credit.appointments.rest;

import org.jspecify.annotations.NullMarked;
