/** See the package above. */
@NullMarked
package io.orderjourney.fulfillment.pickup.db;

import org.jspecify.annotations.NullMarked;
