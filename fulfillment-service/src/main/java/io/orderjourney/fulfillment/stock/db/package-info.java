/** The rows of the shelf. */
@NullMarked
package io.orderjourney.fulfillment.stock.db;

import org.jspecify.annotations.NullMarked;
