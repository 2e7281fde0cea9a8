/** Learns that the goods were handed over. */
@NullMarked
package io.orderjourney.order.completing.kafka;

import org.jspecify.annotations.NullMarked;
