/** The service as a whole, with a real database and a real broker: what happens to an order, seen from its API and its topics. */
@NullMarked
package io.orderjourney.fulfillment.story;

import org.jspecify.annotations.NullMarked;
