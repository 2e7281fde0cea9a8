/** What an order is, and when one may be placed. */
@NullMarked
package io.orderjourney.order.placing;

import org.jspecify.annotations.NullMarked;
