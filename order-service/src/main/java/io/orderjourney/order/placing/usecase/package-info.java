/** Takes an order with the promises that it makes, in one transaction. */
@NullMarked
package io.orderjourney.order.placing.usecase;

import org.jspecify.annotations.NullMarked;
