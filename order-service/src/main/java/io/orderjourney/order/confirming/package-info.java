/** Which call comes next, and what its outcome means for the order. */
@NullMarked
package io.orderjourney.order.confirming;

import org.jspecify.annotations.NullMarked;
