/** Gates open and close; the promises of the order follow, each time in one transaction. */
@NullMarked
package io.orderjourney.fulfillment.readiness.usecase;

import org.jspecify.annotations.NullMarked;
