/** Learns the facts of every service and publishes where each journey stands. */
@NullMarked
package io.orderjourney.order.journeyview.kafka;

import org.jspecify.annotations.NullMarked;
