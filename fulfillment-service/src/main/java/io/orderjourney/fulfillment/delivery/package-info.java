/**
 * An order on its way to the customer's address: picking and dispatch, the courier's reports, the way back of a parcel, and
 * the promises of all of it. It stands on supply and knows nothing of pickup.
 */
@NullMarked
package io.orderjourney.fulfillment.delivery;

import org.jspecify.annotations.NullMarked;
