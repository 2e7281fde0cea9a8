/** Messages to customers: what is to be said, when, on which channel, and what became of it. */
@NullMarked
package io.orderjourney.notification.notices;

import org.jspecify.annotations.NullMarked;
