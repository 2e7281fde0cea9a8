/**
 * Everything between an order and the goods in the customer's hands: {@code receiving}, then {@code pickup}, then {@code delivery},
 * then {@code supply}.
 */
@NullMarked
package io.orderjourney.fulfillment;

import org.jspecify.annotations.NullMarked;
