/** What the customer was told. */
@NullMarked
package io.orderjourney.fulfillment.pickup.kafka;

import org.jspecify.annotations.NullMarked;
