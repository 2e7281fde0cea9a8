/** Keeps the next update in one transaction with the message that gave it. */
@NullMarked
package io.orderjourney.order.nextword.usecase;

import org.jspecify.annotations.NullMarked;
