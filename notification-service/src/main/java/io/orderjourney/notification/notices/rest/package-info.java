/** Every message over REST, as the customer saw it. */
@NullMarked
package io.orderjourney.notification.notices.rest;

import org.jspecify.annotations.NullMarked;
