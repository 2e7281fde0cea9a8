/** The compacted topic of contacts. */
@NullMarked
package io.orderjourney.notification.contacts.kafka;

import org.jspecify.annotations.NullMarked;
