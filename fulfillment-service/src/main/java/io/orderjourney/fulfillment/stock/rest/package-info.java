/** The shelf over HTTP. */
@NullMarked
package io.orderjourney.fulfillment.stock.rest;

import org.jspecify.annotations.NullMarked;
