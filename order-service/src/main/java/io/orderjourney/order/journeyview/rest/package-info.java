/** The answer card as the storefront and every desk read it. */
@NullMarked
package io.orderjourney.order.journeyview.rest;

import org.jspecify.annotations.NullMarked;
