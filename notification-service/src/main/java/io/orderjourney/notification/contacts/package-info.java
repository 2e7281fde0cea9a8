/** How customers are reached: the one place for personal data in this service. */
@NullMarked
package io.orderjourney.notification.contacts;

import org.jspecify.annotations.NullMarked;
