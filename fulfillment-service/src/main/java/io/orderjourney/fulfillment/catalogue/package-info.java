/** The articles that the shop sells. */
@NullMarked
package io.orderjourney.fulfillment.catalogue;

import org.jspecify.annotations.NullMarked;
