/** What lies on the shelf of a pickup point, and who gets which piece of it. */
@NullMarked
package io.orderjourney.fulfillment.supply;

import org.jspecify.annotations.NullMarked;
