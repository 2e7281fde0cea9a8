/** Pickup days as promise options. */
@NullMarked
package io.orderjourney.fulfillment.offers.rest;

import org.jspecify.annotations.NullMarked;
