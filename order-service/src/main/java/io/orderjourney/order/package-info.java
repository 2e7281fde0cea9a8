/** Orders, confirmation calls, customers' contacts and the answer card of every journey. */
@NullMarked
package io.orderjourney.order;

import org.jspecify.annotations.NullMarked;
