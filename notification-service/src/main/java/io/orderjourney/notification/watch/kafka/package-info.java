/** Which events make the watch look at a journey again. */
@NullMarked
package io.orderjourney.notification.watch.kafka;

import org.jspecify.annotations.NullMarked;
