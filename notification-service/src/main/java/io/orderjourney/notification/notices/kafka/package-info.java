/** Which facts are news for a customer. */
@NullMarked
package io.orderjourney.notification.notices.kafka;

import org.jspecify.annotations.NullMarked;
