/** Learns what the customer was told and what others promised. */
@NullMarked
package io.orderjourney.order.nextword.kafka;

import org.jspecify.annotations.NullMarked;
