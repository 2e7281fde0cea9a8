/** Keeps customers in PostgreSQL; the one table with personal data. */
@NullMarked
package io.orderjourney.order.customers.db;

import org.jspecify.annotations.NullMarked;
