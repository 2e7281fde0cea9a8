/** The storefront's door for orders. */
@NullMarked
package io.orderjourney.order.placing.rest;

import org.jspecify.annotations.NullMarked;
