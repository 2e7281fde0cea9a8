/** The rows of orders to be picked up and of their gates. */
@NullMarked
package io.orderjourney.fulfillment.readiness.db;

import org.jspecify.annotations.NullMarked;
