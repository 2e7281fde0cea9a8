/** What other services say about an order's gates. */
@NullMarked
package io.orderjourney.fulfillment.readiness.kafka;

import org.jspecify.annotations.NullMarked;
