/** A real PostgreSQL and a real Kafka broker as child processes that can be killed and started again. */
@NullMarked
package io.orderjourney.stack.servers;

import org.jspecify.annotations.NullMarked;
