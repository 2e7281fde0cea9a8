/** Orders: what one is, when one may be placed, and what becomes of it until the customer holds the goods. */
@NullMarked
package io.orderjourney.order.orders;

import org.jspecify.annotations.NullMarked;
