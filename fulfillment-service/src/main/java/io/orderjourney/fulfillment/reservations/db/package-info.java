/** The rows of reservations. */
@NullMarked
package io.orderjourney.fulfillment.reservations.db;

import org.jspecify.annotations.NullMarked;
