/** The rows of purchase orders and arrivals. */
@NullMarked
package io.orderjourney.fulfillment.receiving.db;

import org.jspecify.annotations.NullMarked;
