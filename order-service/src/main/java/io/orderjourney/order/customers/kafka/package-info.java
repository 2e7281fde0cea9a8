/** Publishes the current contact of each customer. */
@NullMarked
package io.orderjourney.order.customers.kafka;

import org.jspecify.annotations.NullMarked;
