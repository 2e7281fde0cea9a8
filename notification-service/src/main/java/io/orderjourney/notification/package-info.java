/** Puts the service together. */
@NullMarked
package io.orderjourney.notification;

import org.jspecify.annotations.NullMarked;
