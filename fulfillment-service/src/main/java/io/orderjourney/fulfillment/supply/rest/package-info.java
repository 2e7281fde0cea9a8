/** The shelf over HTTP. */
@NullMarked
package io.orderjourney.fulfillment.supply.rest;

import org.jspecify.annotations.NullMarked;
