/** Counting the shelf, in one transaction with everything that follows from it. */
@NullMarked
package io.orderjourney.fulfillment.supply.usecase;

import org.jspecify.annotations.NullMarked;
