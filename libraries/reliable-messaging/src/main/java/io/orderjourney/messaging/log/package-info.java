/** Facts in the transaction of their change, and the relay that publishes them. */
@NullMarked
package io.orderjourney.messaging.log;

import org.jspecify.annotations.NullMarked;
