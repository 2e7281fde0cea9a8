/**
 * What comes into a pickup point: purchase orders and their ETAs, arrivals, counted shelves. At the top: it changes the
 * supply and tells the pickups what changed for them.
 */
@NullMarked
package io.orderjourney.fulfillment.receiving;

import org.jspecify.annotations.NullMarked;
