/** Compacted topics: how things are now instead of what happened. */
@NullMarked
package io.orderjourney.messaging.state;

import org.jspecify.annotations.NullMarked;
