/** Shifts, absences and check-ins. */
@NullMarked
package io.orderjourney.credit.roster.db;

import org.jspecify.annotations.NullMarked;
