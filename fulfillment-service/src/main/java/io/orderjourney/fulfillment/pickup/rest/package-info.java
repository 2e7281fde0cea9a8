/** The counter over HTTP. */
@NullMarked
package io.orderjourney.fulfillment.pickup.rest;

import org.jspecify.annotations.NullMarked;
