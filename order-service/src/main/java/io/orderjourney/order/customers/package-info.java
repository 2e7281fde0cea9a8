/** How a customer is reached. */
@NullMarked
package io.orderjourney.order.customers;

import org.jspecify.annotations.NullMarked;
