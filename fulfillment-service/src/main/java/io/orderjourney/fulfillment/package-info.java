/** Stock, reservations, gates and the counter: everything between an order and the goods in the customer's hands. */
@NullMarked
package io.orderjourney.fulfillment;

import org.jspecify.annotations.NullMarked;
