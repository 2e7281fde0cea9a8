/** Whom the goods are for: what the counter and the warehouse need to know of a customer, and nothing more. */
@NullMarked
package io.orderjourney.fulfillment.contacts;

import org.jspecify.annotations.NullMarked;
