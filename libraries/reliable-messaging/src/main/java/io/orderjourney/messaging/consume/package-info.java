/** Other services' facts: remembered and acted on in one transaction. */
@NullMarked
package io.orderjourney.messaging.consume;

import org.jspecify.annotations.NullMarked;
