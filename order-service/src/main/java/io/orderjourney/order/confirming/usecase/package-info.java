/** Logs a confirmation call with everything that follows from it, in one transaction. */
@NullMarked
package io.orderjourney.order.confirming.usecase;

import org.jspecify.annotations.NullMarked;
