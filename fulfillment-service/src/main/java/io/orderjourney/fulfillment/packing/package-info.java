/** What was promised to customers after a complaint, and is done when their next order is packed. */
@NullMarked
package io.orderjourney.fulfillment.packing;

import org.jspecify.annotations.NullMarked;
