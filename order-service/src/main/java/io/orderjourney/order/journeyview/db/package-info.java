/** Keeps the facts of other services in PostgreSQL. */
@NullMarked
package io.orderjourney.order.journeyview.db;

import org.jspecify.annotations.NullMarked;
