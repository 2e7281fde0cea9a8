/** What can be said at checkout, before there is an order. */
@NullMarked
package io.orderjourney.fulfillment.offers;

import org.jspecify.annotations.NullMarked;
