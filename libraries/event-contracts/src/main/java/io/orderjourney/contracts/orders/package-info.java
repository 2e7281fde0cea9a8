/** What order-service tells the world on the topic {@code orders}. */
@NullMarked
package io.orderjourney.contracts.orders;

import org.jspecify.annotations.NullMarked;
