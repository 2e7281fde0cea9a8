/** Which goods are kept for which order, and when the missing ones will come. */
@NullMarked
package io.orderjourney.fulfillment.reservations;

import org.jspecify.annotations.NullMarked;
