/** Keeps orders in PostgreSQL. */
@NullMarked
package io.orderjourney.order.placing.db;

import org.jspecify.annotations.NullMarked;
