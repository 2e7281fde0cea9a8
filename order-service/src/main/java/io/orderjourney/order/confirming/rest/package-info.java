/** SALES' door for confirmation calls. */
@NullMarked
package io.orderjourney.order.confirming.rest;

import org.jspecify.annotations.NullMarked;
