/** The rows of the shelf. */
@NullMarked
package io.orderjourney.fulfillment.supply.db;

import org.jspecify.annotations.NullMarked;
