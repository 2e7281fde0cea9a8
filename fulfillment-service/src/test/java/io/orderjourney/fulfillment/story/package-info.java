/** The service as a whole, with a real database and a real broker: what happens to an order from all its doors. */
@NullMarked
package io.orderjourney.fulfillment.story;

import org.jspecify.annotations.NullMarked;
