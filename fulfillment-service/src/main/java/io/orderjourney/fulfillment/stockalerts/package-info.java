/**
 * Customers who want to be told when an article is at a pickup point again: each is promised a day by which they hear. It
 * stands on supply, and knows no order.
 */
@NullMarked
package io.orderjourney.fulfillment.stockalerts;

import org.jspecify.annotations.NullMarked;
