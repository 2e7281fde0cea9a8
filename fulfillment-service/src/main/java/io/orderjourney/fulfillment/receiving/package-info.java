/** What is on its way to a pickup point, and since when it is there. */
@NullMarked
package io.orderjourney.fulfillment.receiving;

import org.jspecify.annotations.NullMarked;
