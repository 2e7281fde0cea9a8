/** The rows of purchase orders and arrivals. */
@NullMarked
package io.orderjourney.fulfillment.purchasing.db;

import org.jspecify.annotations.NullMarked;
