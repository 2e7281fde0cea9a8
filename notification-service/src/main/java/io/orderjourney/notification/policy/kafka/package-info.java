/** The compacted topic of the shop's policy. */
@NullMarked
package io.orderjourney.notification.policy.kafka;

import org.jspecify.annotations.NullMarked;
