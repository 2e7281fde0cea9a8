/** The storefront's door for contact data. */
@NullMarked
package io.orderjourney.order.customers.rest;

import org.jspecify.annotations.NullMarked;
