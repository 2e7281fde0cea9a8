/** The same news from warehouse systems that speak Kafka. */
@NullMarked
package io.orderjourney.fulfillment.purchasing.kafka;

import org.jspecify.annotations.NullMarked;
