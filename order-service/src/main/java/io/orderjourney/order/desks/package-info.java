/** Who to call, and when they answer. */
@NullMarked
package io.orderjourney.order.desks;

import org.jspecify.annotations.NullMarked;
