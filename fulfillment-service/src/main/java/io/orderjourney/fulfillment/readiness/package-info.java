/** The gates of an order: "ready for pickup" is said here or nowhere. */
@NullMarked
package io.orderjourney.fulfillment.readiness;

import org.jspecify.annotations.NullMarked;
