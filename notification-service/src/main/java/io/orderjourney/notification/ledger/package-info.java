/** Journeys, their promises, every date that was promised, and how each promise ended. */
@NullMarked
package io.orderjourney.notification.ledger;

import org.jspecify.annotations.NullMarked;
