/** What other systems tell us on the inbound topics, as an alternative to the REST calls that do the same. */
@NullMarked
package io.orderjourney.contracts.inbound;

import org.jspecify.annotations.NullMarked;
