/** Purchase orders, their ETAs and the arrival of goods, each in one transaction. */
@NullMarked
package io.orderjourney.fulfillment.receiving.usecase;

import org.jspecify.annotations.NullMarked;
