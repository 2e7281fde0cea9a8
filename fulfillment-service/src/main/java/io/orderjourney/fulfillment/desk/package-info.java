/** The screens of the two desks that work with goods: the counter of a pickup point, and the warehouse. */
@NullMarked
package io.orderjourney.fulfillment.desk;

import org.jspecify.annotations.NullMarked;
