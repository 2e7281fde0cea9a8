/** The same news from warehouse systems that speak Kafka. */
@NullMarked
package io.orderjourney.fulfillment.receiving.kafka;

import org.jspecify.annotations.NullMarked;
