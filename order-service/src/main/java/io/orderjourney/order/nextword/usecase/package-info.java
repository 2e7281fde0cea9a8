/** Keeps the next word in one transaction with the message that gave it. */
@NullMarked
package io.orderjourney.order.nextword.usecase;

import org.jspecify.annotations.NullMarked;
