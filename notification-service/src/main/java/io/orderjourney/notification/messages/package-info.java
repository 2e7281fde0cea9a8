/** The words of every message, in the customer's language. */
@NullMarked
package io.orderjourney.notification.messages;

import org.jspecify.annotations.NullMarked;
