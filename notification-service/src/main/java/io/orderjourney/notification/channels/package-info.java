/** What a channel can do with a message, and what it can answer. */
@NullMarked
package io.orderjourney.notification.channels;

import org.jspecify.annotations.NullMarked;
