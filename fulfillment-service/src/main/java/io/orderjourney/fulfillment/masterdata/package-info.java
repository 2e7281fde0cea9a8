/** Who changed what of the shop's own data: the pickup points and the articles. */
@NullMarked
package io.orderjourney.fulfillment.masterdata;

import org.jspecify.annotations.NullMarked;
