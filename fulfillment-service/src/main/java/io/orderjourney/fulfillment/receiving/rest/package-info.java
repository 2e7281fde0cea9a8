/** Purchase orders and arrivals over HTTP, for the warehouse and for suppliers. */
@NullMarked
package io.orderjourney.fulfillment.receiving.rest;

import org.jspecify.annotations.NullMarked;
