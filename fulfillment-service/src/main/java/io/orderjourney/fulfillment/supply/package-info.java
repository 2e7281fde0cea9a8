/**
 * What the shop has and will have, and who gets which piece: stock levels, reservations, and their allocation. At the
 * bottom: it knows nothing of pickups or of receiving, and returns to the caller what changed.
 */
@NullMarked
package io.orderjourney.fulfillment.supply;

import org.jspecify.annotations.NullMarked;
