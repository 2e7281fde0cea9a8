/** Counting the shelf, in one transaction with everything that follows from it. */
@NullMarked
package io.orderjourney.fulfillment.stock.usecase;

import org.jspecify.annotations.NullMarked;
