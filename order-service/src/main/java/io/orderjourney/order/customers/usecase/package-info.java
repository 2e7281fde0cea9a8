/** Changes a customer's contact, in one transaction with what the world hears of it. */
@NullMarked
package io.orderjourney.order.customers.usecase;

import org.jspecify.annotations.NullMarked;
