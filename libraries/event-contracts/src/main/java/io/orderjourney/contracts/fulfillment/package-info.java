/** What fulfillment-service tells the world on the topic {@code fulfillment}. */
@NullMarked
package io.orderjourney.contracts.fulfillment;

import org.jspecify.annotations.NullMarked;
