/** What can be ordered, and where it can be collected: the copies of the catalogue and of the pickup points. */
@NullMarked
package io.orderjourney.order.catalogue;

import org.jspecify.annotations.NullMarked;
