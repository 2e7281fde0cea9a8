/** The appointment's rows. */
@NullMarked
package io.orderjourney.credit.appointments.db;

import org.jspecify.annotations.NullMarked;
