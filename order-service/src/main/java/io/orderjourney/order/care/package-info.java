/** The customer who calls or comes: finds their journey, says how it stands, writes down that they had to ask, and calls back. */
@NullMarked
package io.orderjourney.order.care;

import org.jspecify.annotations.NullMarked;
