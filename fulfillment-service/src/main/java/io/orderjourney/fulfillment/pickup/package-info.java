/** The customer was told to come: the agreed time, and the goods in his hands. */
@NullMarked
package io.orderjourney.fulfillment.pickup;

import org.jspecify.annotations.NullMarked;
