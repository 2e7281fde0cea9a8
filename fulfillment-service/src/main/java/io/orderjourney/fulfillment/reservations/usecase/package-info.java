/** Reserving, sharing out again, writing off and handing out, in the transaction of whoever asks. */
@NullMarked
package io.orderjourney.fulfillment.reservations.usecase;

import org.jspecify.annotations.NullMarked;
