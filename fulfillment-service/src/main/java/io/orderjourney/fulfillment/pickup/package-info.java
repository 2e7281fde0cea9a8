/**
 * An order on its way to the customer at the counter: its gates and readiness, its promises and offers, the agreed slot and
 * the hand-over. "Ready for pickup" is said here or nowhere. It stands on supply and knows nothing of receiving.
 */
@NullMarked
package io.orderjourney.fulfillment.pickup;

import org.jspecify.annotations.NullMarked;
