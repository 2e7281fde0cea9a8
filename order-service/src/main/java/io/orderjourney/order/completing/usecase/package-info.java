/** Ends an order in one transaction with its last promises. */
@NullMarked
package io.orderjourney.order.completing.usecase;

import org.jspecify.annotations.NullMarked;
