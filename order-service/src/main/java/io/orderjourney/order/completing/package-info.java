/** The end of an order. */
@NullMarked
package io.orderjourney.order.completing;

import org.jspecify.annotations.NullMarked;
