/** Reckons the earliest pickup day of an order that does not exist yet. */
@NullMarked
package io.orderjourney.fulfillment.offers.usecase;

import org.jspecify.annotations.NullMarked;
