/** Agreeing a time and handing over, each in one transaction. */
@NullMarked
package io.orderjourney.fulfillment.pickup.usecase;

import org.jspecify.annotations.NullMarked;
