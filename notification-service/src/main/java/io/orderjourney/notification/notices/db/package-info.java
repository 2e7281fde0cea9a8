/** The rows of messages, their parts and their deliveries. */
@NullMarked
package io.orderjourney.notification.notices.db;

import org.jspecify.annotations.NullMarked;
